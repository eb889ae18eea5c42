import { useParams } from "@tanstack/react-router";
import {
  changeNumberSeries,
  getNumberSeries,
  type NumberSeries,
  NumberSeriesChanges,
} from "#numbering/number-series.contract.ts";
import { useSetupPath } from "#setup/ui/index.ts";
import { call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { FactBox } from "#web/card/FactBox.tsx";
import { SwitchField, TextField } from "#web/fields/TextField.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { numberSeriesActions, numberSeriesHref, numberSeriesPath } from "./actions.ts";
import { type EditedLine, sentLines } from "./lines-form.rules.ts";
import { NextNumberText } from "./NextNumber.tsx";
import { SeriesLines } from "./SeriesLines.tsx";

const labels = {
  code: "fields.code",
  description: "fields.description",
  allowAutomatic: "fields.allowAutomatic",
  allowManual: "fields.allowManual",
  lines: "fields.lines",
} as const;

export function NumberSeriesCardPage() {
  const { code = "" } = useParams({ strict: false }) as { readonly code?: string };
  const { data, error, refetch } = useEndpoint(getNumberSeries, { params: { code } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <NumberSeriesCard key={data.code} record={data} />;
}

function NumberSeriesCard({ record }: { readonly record: NumberSeries }) {
  const t = useT();
  const ui = useUi();
  const params = { code: record.code };
  const form = useCardForm({
    schema: NumberSeriesChanges,
    record,
    labels,
    save: async ({ lines, ...rest }, ifMatch) => {
      const sent = lines && sentLines(lines as readonly EditedLine[], record.lines);
      const body = { ...rest, ...(sent ? { lines: sent } : {}) };
      const saved = await call(changeNumberSeries, { params, body, ifMatch });
      if (saved.code !== record.code) ui.go(numberSeriesHref(saved.code));
      await refresh(ui.queries, ["number-series"]);
      return saved;
    },
    reload: () => call(getNumberSeries, { params }),
  });
  const lines = (form.values.lines ?? []) as unknown as readonly EditedLine[];
  return (
    <CardPage
      title={record.description ?? record.code}
      path={useSetupPath({ label: t("numbering.title"), to: numberSeriesPath })}
      actions={numberSeriesActions}
      subject={record}
      form={form}
      facts={
        <FactBox titleKey="numbering.next">
          <NextNumberText lines={lines} />
        </FactBox>
      }
    >
      <CardGroup name="numbering.general" titleKey="numbering.general" summary={record.code}>
        <TextField
          label={t("fields.code")}
          required
          maxLength={20}
          {...form.field("code")}
          onChange={(value) => form.field("code").onChange(value?.toUpperCase() ?? null)}
        />
        <TextField label={t("fields.description")} maxLength={100} {...form.field("description")} />
        <SwitchField
          label={t("fields.allowAutomatic")}
          description={t("numbering.allowAutomaticText")}
          {...form.field("allowAutomatic")}
          value={form.values.allowAutomatic === true}
        />
        <SwitchField
          label={t("fields.allowManual")}
          description={t("numbering.allowManualText")}
          {...form.field("allowManual")}
          value={form.values.allowManual === true}
        />
      </CardGroup>
      <CardGroup name="numbering.lines" titleKey="numbering.lines" layout="plain">
        <SeriesLines
          lines={lines}
          onChange={(next) => form.field("lines").onChange(next as unknown as typeof form.values.lines)}
          // Objections of the server stand under the path of their field.
          errorAt={(path) => form.field(path as "lines").error}
        />
      </CardGroup>
    </CardPage>
  );
}
