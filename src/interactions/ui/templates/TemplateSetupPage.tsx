import {
  changeTemplateSetup,
  getTemplateSetup,
  type TemplateSetup,
  TemplateSetupChanges,
} from "#interactions/template-setup/template-setup.contract.ts";
import {
  type EventGroup,
  eventGroups,
  type TemplateEvent,
  templateEvents,
} from "#interactions/template-setup/template-setup.rules.ts";
import { call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { useLabel } from "#web/fields/use-labels.ts";
import { useCardForm } from "#web/form/use-card-form.ts";
import type { FieldBinding } from "#web/form/use-fields.ts";
import { type TextKey, useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { activeTemplateSource, templateSource } from "../lookups.ts";

const labels = Object.fromEntries(templateEvents.map((event) => [event, `fields.${event}` as TextKey]));

/** Which template each automatic event is logged with. */
export function TemplateSetupPage() {
  const { data, error, refetch } = useEndpoint(getTemplateSetup, {});
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <TemplateSetupCard record={data} />;
}

function TemplateSetupCard({ record }: { readonly record: TemplateSetup }) {
  const t = useT();
  const ui = useUi();
  const form = useCardForm({
    schema: TemplateSetupChanges,
    record,
    labels,
    save: async (body, ifMatch) => {
      const saved = await call(changeTemplateSetup, { body, ifMatch });
      await refresh(ui.queries, ["interaction-template-setup"]);
      return saved;
    },
    reload: () => call(getTemplateSetup, {}),
  });
  return (
    <CardPage
      title={t("interactions.templateSetup.title")}
      subtitle={t("interactions.templateSetup.text")}
      path={[{ label: t("setup.overview.title"), to: "/setup" }]}
      subject={record}
      form={form}
    >
      {(Object.keys(eventGroups) as EventGroup[]).map((group) => (
        <CardGroup
          key={group}
          name={`interactions.templateSetup.${group}`}
          titleKey={`interactions.templateSetup.${group}`}
          startsFolded={group !== "general"}
          summary={t("interactions.templateSetup.chosen", {
            count: eventGroups[group].filter((event) => record[event] !== null).length,
          })}
        >
          {eventGroups[group].map((event) => (
            <EventField key={event} event={event} binding={form.field(event)} />
          ))}
        </CardGroup>
      ))}
    </CardPage>
  );
}

function EventField(props: {
  readonly event: TemplateEvent;
  readonly binding: FieldBinding<string | null | undefined>;
}) {
  const t = useT();
  const { event, binding } = props;
  const code = binding.value ?? null;
  return (
    <LookupField
      label={t(`fields.${event}`)}
      description={event === "outgCalls" && t("interactions.templateSetup.outgCallsText")}
      source={activeTemplateSource}
      valueLabel={useLabel(templateSource, code)}
      {...binding}
      value={code}
    />
  );
}
