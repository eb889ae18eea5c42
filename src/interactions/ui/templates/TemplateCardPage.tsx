import { useParams } from "@tanstack/react-router";
import { listLogEntries } from "#interactions/log-entry.contract.ts";
import {
  changeInteractionTemplate,
  getInteractionTemplate,
  type InteractionTemplate,
} from "#interactions/templates.contract.ts";
import type { InteractionTotals } from "#statistics/interaction-totals.contract.ts";
import { InteractionTotalsBox } from "#statistics/ui/InteractionTotalsBox.tsx";
import { call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { Fact } from "#web/card/FactBox.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { templateHref, templatesPath } from "../addresses.ts";
import { enumKey } from "../choices.ts";
import {
  CorrespondenceFields,
  GeneralFields,
  PresetFields,
  templateLabels,
  templateSchema,
} from "./TemplateFields.tsx";
import { TemplateLanguages } from "./TemplateLanguages.tsx";
import { templateActions } from "./template-actions.ts";

export function TemplateCardPage() {
  const { code = "" } = useParams({ strict: false }) as { readonly code?: string };
  const { data, error, refetch } = useEndpoint(getInteractionTemplate, { params: { code } });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <TemplateCard key={data.code} template={data} />;
}

function TemplateCard({ template }: { readonly template: InteractionTemplate & InteractionTotals }) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const params = { code: template.code };
  const form = useCardForm({
    schema: templateSchema,
    record: template,
    labels: templateLabels,
    save: async (body, ifMatch) => {
      const saved = await call(changeInteractionTemplate, { params, body, ifMatch });
      if (saved.code !== template.code) ui.go(templateHref(saved.code));
      await refresh(ui.queries, ["interaction-templates"]);
      return saved;
    },
    reload: () => call(getInteractionTemplate, { params }),
  });
  const presets = [
    template.unitDurationMin > 0 && format.duration(template.unitDurationMin),
    template.unitCost > 0 && format.money(template.unitCost),
    template.informationFlow && t(enumKey(template.informationFlow)),
  ].filter(Boolean);
  const type = template.defaultCorrespondenceType;
  return (
    <CardPage
      title={template.description ?? template.code}
      path={[
        { label: t("web.nav.setup"), to: "/setup" },
        { label: t("interactions.templates.title"), to: templatesPath },
      ]}
      badges={template.archived && <StatusBadge>{t("interactions.templates.archived")}</StatusBadge>}
      actions={templateActions}
      subject={template}
      form={form}
      facts={<Usage template={template} />}
    >
      <CardGroup
        name="interactions.template.general"
        titleKey="interactions.templates.general"
        summary={template.interactionGroupCode}
      >
        <GeneralFields form={form} />
      </CardGroup>
      <CardGroup
        name="interactions.template.presets"
        titleKey="interactions.templates.defaults"
        summary={presets.join(" · ")}
      >
        <PresetFields form={form} />
      </CardGroup>
      <CardGroup
        name="interactions.template.correspondence"
        titleKey="interactions.templates.correspondence"
        summary={type && t(enumKey(type))}
      >
        <CorrespondenceFields form={form} />
      </CardGroup>
      <CardGroup
        name="interactions.template.languages"
        titleKey="interactions.templates.languages"
        layout="plain"
        summary={template.languages.map(({ languageCode }) => languageCode ?? "–").join(", ")}
      >
        <TemplateLanguages template={template} />
      </CardGroup>
    </CardPage>
  );
}

/** What the template was used for, with the way to those entries. */
function Usage({ template }: { readonly template: InteractionTemplate & InteractionTotals }) {
  const t = useT();
  const format = useFormat();
  const scope = { interactionTemplateCode: template.code };
  const { data } = useEndpoint(listLogEntries, { query: { ...scope, canceled: "false", limit: "1" } });
  const last = data?.items[0];
  return (
    <InteractionTotalsBox totals={template} scope={scope}>
      <Fact label={t("interactions.statistics.lastInteraction")}>
        {last && format.relativeDay(last.date)}
      </Fact>
    </InteractionTotalsBox>
  );
}
