import { useParams } from "@tanstack/react-router";
import { campaignHref } from "#campaigns/ui/index.ts";
import { campaignSource } from "#campaigns/ui/lookups.ts";
import { contactHref } from "#contacts/ui/index.ts";
import { logHref, RecordLink } from "#interactions/ui/index.ts";
import { activeSalespersonSource, contactSource } from "#interactions/ui/lookups.ts";
import { opportunityHref } from "#opportunities/ui/index.ts";
import { opportunitySource } from "#opportunities/ui/lookups.ts";
import { type EditedTimes, editTimes } from "#tasks/edit-times.rules.ts";
import { isTimed } from "#tasks/task-times.rules.ts";
import { changeTask, getTask, type Task, TaskChanges } from "#tasks/tasks.contract.ts";
import { call } from "#web/api-client.ts";
import { CardGroup } from "#web/card/CardGroup.tsx";
import { CardPage } from "#web/card/CardPage.tsx";
import { Fact, FactBox, FactList } from "#web/card/FactBox.tsx";
import { EnumField } from "#web/fields/EnumField.tsx";
import { LookupField } from "#web/fields/LookupField.tsx";
import { TextField } from "#web/fields/TextField.tsx";
import { useCardForm } from "#web/form/use-card-form.ts";
import type { FormChanges, FormValues } from "#web/form/use-fields.ts";
import { useT } from "#web/i18n.ts";
import { refresh, useEndpoint } from "#web/query.ts";
import { useUi } from "#web/ui.ts";
import { useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { PageSkeleton } from "#web/widgets/PageSkeleton.tsx";
import { changedByTasks, taskActions } from "./actions.ts";
import { taskHref, tasksPath } from "./addresses.ts";
import { savedTypeChoices, statusChoices, typeChoices } from "./choices.ts";
import { TaskBadges } from "./TaskBadges.tsx";
import { TimeFields } from "./TimeFields.tsx";
import { whenOf } from "./use-when.ts";

const schema = TaskChanges.omit({ closed: true });

const labels = {
  no: "fields.no",
  description: "fields.description",
  type: "fields.type",
  contactNo: "tasks.contact",
  salespersonCode: "fields.salespersonCode",
  campaignNo: "fields.campaignNo",
  opportunityNo: "fields.opportunityNo",
  date: "fields.date",
  startTime: "fields.startTime",
  durationSec: "fields.durationSec",
  endingDate: "fields.endingDate",
  endingTime: "fields.endingTime",
  allDay: "fields.allDay",
  location: "fields.location",
  status: "fields.status",
} as const;

export function TaskCardPage() {
  const { no = "" } = useParams({ strict: false }) as { readonly no?: string };
  const { data, error, refetch } = useEndpoint(getTask, { params: { no } });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <PageSkeleton />;
  return <TaskCard key={data.no} record={data} />;
}

function TaskCard({ record }: { readonly record: Task }) {
  const t = useT();
  const ui = useUi();
  const format = useFormat();
  const params = { no: record.no };
  const form = useCardForm({
    schema,
    record,
    labels,
    save: async (body, ifMatch) => {
      const saved = await call(changeTask, { params, body: withoutIdleDuration(body, record), ifMatch });
      if (saved.no !== record.no) ui.go(taskHref(saved.no));
      await refresh(ui.queries, changedByTasks);
      return saved;
    },
    reload: () => call(getTask, { params }),
  });
  const times = timesIn(form.values, record);
  const change = (edit: Partial<EditedTimes>) => form.set(editTimes(times, edit));
  return (
    <CardPage
      title={record.description}
      path={[{ label: t("tasks.title"), to: tasksPath }]}
      subtitle={record.no}
      badges={<TaskBadges task={record} />}
      actions={taskActions}
      subject={record}
      form={form}
      facts={<TaskFacts record={record} />}
    >
      <CardGroup name="tasks.general" titleKey="tasks.general" summary={record.contactName}>
        <TextField
          label={t(labels.description)}
          required
          maxLength={100}
          {...form.field("description")}
          value={form.values.description ?? null}
        />
        <TextField
          label={t(labels.no)}
          required
          maxLength={20}
          {...form.field("no")}
          value={form.values.no ?? null}
          onChange={(no) => form.field("no").onChange((no ?? "").toUpperCase())}
        />
        <EnumField
          label={t(labels.type)}
          choices={record.type === "meeting" ? typeChoices : savedTypeChoices}
          disabled={record.type === "meeting"}
          {...form.field("type")}
          value={times.type}
          onChange={(type) => change({ type })}
        />
        <EnumField
          label={t(labels.status)}
          choices={statusChoices}
          required
          {...form.field("status")}
          value={form.values.status ?? null}
          onChange={(status) => status !== null && form.field("status").onChange(status)}
        />
        <LookupField
          label={t(labels.salespersonCode)}
          source={activeSalespersonSource}
          required
          valueLabel={record.salespersonName}
          {...form.field("salespersonCode")}
          value={form.values.salespersonCode ?? null}
        />
        <LookupField
          label={t(labels.contactNo)}
          source={contactSource}
          valueLabel={record.contactName}
          {...form.field("contactNo")}
          value={form.values.contactNo ?? null}
        />
        <LookupField
          label={t(labels.opportunityNo)}
          source={opportunitySource}
          {...form.field("opportunityNo")}
          value={form.values.opportunityNo ?? null}
        />
        <LookupField
          label={t(labels.campaignNo)}
          source={campaignSource}
          {...form.field("campaignNo")}
          value={form.values.campaignNo ?? null}
        />
      </CardGroup>
      <CardGroup name="tasks.when" titleKey="tasks.when" summary={whenOf(record, format)}>
        <TimeFields times={times} change={change} errorOf={(field) => form.field(field).error} />
      </CardGroup>
    </CardPage>
  );
}

/** The times as they stand in the form. */
function timesIn(values: FormValues<typeof schema>, record: Task): EditedTimes {
  return {
    type: values.type ?? null,
    allDay: values.allDay ?? false,
    date: values.date ?? null,
    startTime: values.startTime ?? null,
    durationSec: values.durationSec ?? record.durationSec,
    endingDate: values.endingDate ?? null,
    endingTime: values.endingTime ?? null,
    location: values.location ?? null,
  };
}

/** Of whole days the duration follows from the ending date; only others have one to say. */
function withoutIdleDuration(
  { durationSec, ...body }: FormChanges<typeof schema>,
  { type, allDay }: Task,
): FormChanges<typeof schema> {
  const kind = { type: body.type === undefined ? type : body.type, allDay: body.allDay ?? allDay };
  return durationSec === undefined || !isTimed(kind) ? body : { ...body, durationSec };
}

function TaskFacts({ record }: { readonly record: Task }) {
  const t = useT();
  const format = useFormat();
  const { contactNo, contactCompanyNo, campaignNo, opportunityNo } = record;
  return (
    <FactBox titleKey="tasks.facts">
      <FactList>
        <Fact label={t("tasks.contact")}>
          {contactNo && (
            <RecordLink to={contactHref(contactNo)}>{record.contactName ?? contactNo}</RecordLink>
          )}
        </Fact>
        <Fact label={t("tasks.company")}>
          {contactCompanyNo && contactCompanyNo !== contactNo && (
            <RecordLink to={contactHref(contactCompanyNo)}>
              {record.contactCompanyName ?? contactCompanyNo}
            </RecordLink>
          )}
        </Fact>
        <Fact label={t("fields.opportunityNo")}>
          {opportunityNo && <RecordLink to={opportunityHref(opportunityNo)}>{opportunityNo}</RecordLink>}
        </Fact>
        <Fact label={t("fields.campaignNo")}>
          {campaignNo && <RecordLink to={campaignHref(campaignNo)}>{campaignNo}</RecordLink>}
        </Fact>
        <Fact label={t("fields.dateClosed")}>{record.dateClosed && format.date(record.dateClosed)}</Fact>
        <Fact label={t("tasks.interactions")}>
          <RecordLink to={logHref({ taskNo: record.no })}>{t("tasks.showInteractions")}</RecordLink>
        </Fact>
      </FactList>
    </FactBox>
  );
}
