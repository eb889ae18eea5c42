import { useParams } from "@tanstack/react-router";
import { campaignSource } from "#campaigns/ui/lookups.ts";
import { changeSegment, getSegment, type Segment, SegmentChanges } from "#segments/segments.contract.ts";
import { followedFields } from "#segments/segments.rules.ts";
import { activeSalespersonSource } from "#setup/ui/lookups.ts";
import { type CallArgs, call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { SavingForm } from "#web/card/SavingForm.tsx";
import { DateField } from "#web/fields/DateField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import { useT } from "#web/i18n.ts";
import { isProblem } from "#web/problem.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { type Ui, useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { changedBySegments, nameOf, segmentActions } from "./actions.ts";
import { segmentHref, segmentsPath } from "./addresses.ts";
import { goToAdd } from "./lines/AddContacts.tsx";
import { SegmentLines } from "./lines/SegmentLines.tsx";

const fields = SegmentChanges.omit({ updateLines: true });
const labels = {
  no: "fields.no",
  description: "fields.description",
  campaignNo: "fields.campaignNo",
  salespersonCode: "fields.salespersonCode",
  date: "fields.date",
} as const;
const actions = [goToAdd, ...segmentActions];

export function SegmentCardPage() {
  const { no = "" } = useParams({ strict: false }) as { readonly no?: string };
  const { data, error, refetch } = useEndpoint(getSegment, { params: { no } }, { keepPrevious: true });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <SegmentCard key={data.no} record={data} />;
}

function SegmentCard({ record }: { readonly record: Segment }) {
  const t = useT();
  const ui = useUi();
  const may = useMay();
  const format = useFormat();
  const isRead = !may("segments.edit");
  const params = { no: record.no };
  const form = useCardForm({
    schema: fields,
    record,
    labels,
    save: async (body, ifMatch) => {
      const saved = await saveAsking({ params, body, ifMatch }, record.lineCount, ui);
      if (saved.no !== record.no) ui.go(segmentHref(saved.no));
      await refresh(ui.queries, changedBySegments);
      return saved;
    },
    reload: () => call(getSegment, { params }),
  });
  return (
    <CardPage
      title={nameOf(record)}
      path={[{ label: t("segments.title"), to: segmentsPath }]}
      subtitle={record.no}
      badges={
        <StatusBadge tone="neutral">{t("segments.lines.count", { count: record.lineCount })}</StatusBadge>
      }
      actions={actions}
      subject={record}
      form={form}
      placesForm
    >
      <SavingForm form={form}>
        <CardGroup
          name="segments.general"
          titleKey="segments.general"
          summary={[record.campaignDescription, record.salespersonName, format.date(record.date)]
            .filter(Boolean)
            .join(" · ")}
        >
          <TextField
            label={t(labels.description)}
            maxLength={100}
            disabled={isRead}
            {...form.field("description")}
            value={form.values.description ?? null}
          />
          <LookupField
            label={t(labels.campaignNo)}
            source={campaignSource}
            valueLabel={record.campaignDescription}
            disabled={isRead}
            {...form.field("campaignNo")}
            value={form.values.campaignNo ?? null}
          />
          <LookupField
            label={t(labels.salespersonCode)}
            source={activeSalespersonSource}
            valueLabel={record.salespersonName}
            disabled={isRead}
            {...form.field("salespersonCode")}
            value={form.values.salespersonCode ?? null}
          />
          <DateField
            label={t(labels.date)}
            required
            disabled={isRead}
            {...form.field("date")}
            value={form.values.date ?? null}
          />
          <TextField
            label={t(labels.no)}
            required
            maxLength={20}
            disabled={isRead}
            {...form.field("no")}
            value={form.values.no ?? null}
            onChange={(no) => form.field("no").onChange((no ?? "").toUpperCase())}
          />
        </CardGroup>
      </SavingForm>
      <SegmentLines segment={record} />
    </CardPage>
  );
}

/** Saves; where the lines follow what changes, one is asked whether they do (segments §5.2). */
async function saveAsking(
  args: CallArgs<typeof changeSegment>,
  count: number,
  { t, ask }: Pick<Ui, "t" | "ask">,
): Promise<Segment> {
  try {
    return await call(changeSegment, args);
  } catch (error) {
    if (!isProblem(error, "confirmation_required")) throw error;
    const followed = followedFields.filter((field) => args.body?.[field] !== undefined);
    const updateLines = await ask({
      title: t("segments.updateLinesTitle", { count }),
      text: t("segments.updateLinesText", { fields: followed.map((field) => t(labels[field])).join(", ") }),
      confirmLabel: t("segments.updateLines"),
      cancelLabel: t("segments.keepLines"),
      preselects: "confirm",
    });
    return call(changeSegment, { ...args, body: { ...args.body, updateLines } });
  }
}
