import type { z } from "zod";
import { getDraft, type NewDraft, startDraft } from "#interactions/drafts/drafts.contract.ts";
import { call } from "#web/api-client.ts";
import { isProblem } from "#web/problem.ts";
import { queryKeyOf, refresh } from "#web/query.ts";
import { writeSetting } from "#web/stored-setting.ts";
import type { Ui } from "#web/ui.ts";
import { showProblem } from "#web/widgets/notify.tsx";
import { templateSetupPath } from "../addresses.ts";
import type { DraftInput } from "./autosave.rules.ts";
import { unsentSetting } from "./flow-memory.ts";
import { resumeFlow } from "./resume-flow.ts";

export type FlowContext = Omit<z.input<typeof NewDraft>, "onPhone">;

/** Narrow and touched: the flow runs on a phone. */
const phoneQuery = "(max-width: 760px) and (pointer: coarse)";

/**
 * Starts the guided flow or a phone call and opens it.
 * @param context where it is started from; what it gives is fixed
 * @param typed what was entered already, elsewhere
 */
export async function openFlow(ui: Ui, context: FlowContext, typed: DraftInput = {}): Promise<boolean> {
  try {
    const body = { ...context, onPhone: window.matchMedia(phoneQuery).matches };
    const draft = await call(startDraft, { body });
    // Saved by the flow itself: nothing is lost if that fails.
    if (Object.keys(typed).length > 0) writeSetting(unsentSetting(draft.id), typed);
    ui.queries.setQueryData(queryKeyOf(getDraft, { params: { id: draft.id } }), draft);
    resumeFlow(draft.id);
    await refresh(ui.queries, ["interaction-drafts"]);
    return true;
  } catch (error) {
    if (isProblem(error, "phone_template_not_set") && ui.may("interactionSetup.write")) {
      await offerSetup(ui, error.message);
    } else showProblem(error);
    return false;
  }
}

/** Who may choose the missing template is led there. */
async function offerSetup(ui: Ui, text: string): Promise<void> {
  const goesThere = await ui.ask({
    title: ui.t("interactions.flow.noCallTemplate"),
    text,
    confirmLabel: ui.t("interactions.flow.toSetup"),
  });
  if (goesThere) ui.go(templateSetupPath);
}
