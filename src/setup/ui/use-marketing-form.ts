import {
  changeMarketingSetup,
  getMarketingSetup,
  type MarketingSetup,
  MarketingSetupChanges,
} from "#setup/marketing/marketing-setup.contract.ts";
import { type CallArgs, call } from "#web/api-client.ts";
import { useCardForm } from "#web/form/use-card-form.ts";
import type { TextKey } from "#web/i18n.ts";
import { isProblem } from "#web/problem.ts";
import { refresh } from "#web/query.ts";
import { type Ui, useUi } from "#web/ui.ts";

const labels = Object.fromEntries(
  Object.keys(MarketingSetupChanges.shape).map((field) => [field, `fields.${field}` as TextKey]),
);

/** The logic of the marketing set-up's fields. */
export function useMarketingForm(record: MarketingSetup) {
  const ui = useUi();
  return useCardForm<typeof MarketingSetupChanges, MarketingSetup>({
    schema: MarketingSetupChanges,
    record,
    labels,
    save: async (body, ifMatch) => {
      const saved = await save({ body, ifMatch }, ui);
      await refresh(ui.queries, ["marketing-setup", "duplicates", "jobs"]);
      return saved;
    },
    reload: () => call(getMarketingSetup, {}),
  });
}

export type MarketingForm = ReturnType<typeof useMarketingForm>;

/** Saves; where search strings begin to be maintained, one is asked whether all companies are indexed now. */
async function save(args: CallArgs<typeof changeMarketingSetup>, ui: Ui): Promise<MarketingSetup> {
  try {
    return await call(changeMarketingSetup, args);
  } catch (error) {
    if (!isProblem(error, "confirmation_required")) throw error;
    const generateNow = await ui.ask({
      title: ui.t("setup.marketing.generateTitle"),
      text: ui.t("setup.marketing.generateText"),
      confirmLabel: ui.t("setup.marketing.generateNow"),
      cancelLabel: ui.t("setup.marketing.generateLater"),
    });
    return call(changeMarketingSetup, { ...args, body: { ...args.body, generateNow } });
  }
}
