import { Button } from "@mantine/core";
import { campaignSource } from "#campaigns/ui/lookups.ts";
import { companySource, contactSource, salespersonSource } from "#interactions/ui/lookups.ts";
import { opportunitySource } from "#opportunities/ui/lookups.ts";
import { listTasks, type Task } from "#tasks/tasks.contract.ts";
import { openDialog } from "#web/dialogs.ts";
import type { Filter } from "#web/filter/filters.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useMay } from "#web/session.ts";
import { newTask, taskActions } from "./actions.ts";
import { taskHref } from "./addresses.ts";
import { statusChoices, typeChoices, typeKey } from "./choices.ts";
import { TaskBadges } from "./TaskBadges.tsx";
import { clockOf, useDurationText } from "./use-when.ts";

function TypeName({ type }: Pick<Task, "type">) {
  return useT()(typeKey(type));
}

function DurationText({ task }: { readonly task: Task }) {
  return useDurationText()(task);
}

const columns: readonly Column<Task>[] = [
  {
    key: "description",
    headerKey: "fields.description",
    render: ({ description }) => description,
    width: 220,
    grow: 2,
    isSortable: true,
  },
  {
    key: "date",
    headerKey: "fields.date",
    render: ({ date, endingDate }, format) =>
      endingDate === date ? format.date(date) : format.dateRange(date, endingDate),
    width: 160,
    grow: 0,
    isSortable: true,
    filter: { kind: "dateRange", key: "date", labelKey: "fields.date" },
    onCard: "aside",
  },
  {
    key: "startTime",
    headerKey: "tasks.time",
    render: (task, format) => clockOf(task, format),
    width: 120,
    grow: 0,
    onCard: "line",
  },
  {
    key: "endingDate",
    headerKey: "fields.endingDate",
    render: ({ endingDate }, format) => format.date(endingDate),
    width: 120,
    grow: 0,
    startsHidden: true,
    onCard: "none",
  },
  {
    key: "durationSec",
    headerKey: "tasks.duration",
    render: (task) => <DurationText task={task} />,
    width: 110,
    grow: 0,
    align: "end",
    startsHidden: true,
    onCard: "none",
  },
  {
    key: "location",
    headerKey: "fields.location",
    render: ({ location }) => location,
    width: 140,
    startsHidden: true,
    onCard: "none",
  },
  {
    key: "type",
    headerKey: "fields.type",
    render: ({ type }) => <TypeName type={type} />,
    width: 110,
    grow: 0,
    filter: { kind: "enum", key: "type", labelKey: "fields.type", choices: typeChoices },
    onCard: "line",
  },
  {
    key: "status",
    headerKey: "fields.status",
    render: (task) => <TaskBadges task={task} />,
    width: 170,
    grow: 0,
    isSortable: true,
    filter: { kind: "enum", key: "status", labelKey: "fields.status", choices: statusChoices },
    onCard: "line",
  },
  {
    key: "contactName",
    headerKey: "tasks.contact",
    render: ({ contactName }) => contactName,
    width: 160,
    isSortable: true,
    filter: { kind: "code", key: "contactNo", labelKey: "tasks.contact", source: contactSource },
    onCard: "subtitle",
  },
  {
    key: "contactCompanyName",
    headerKey: "tasks.company",
    render: (row) => (row.contactCompanyNo === row.contactNo ? null : row.contactCompanyName),
    width: 150,
    filter: { kind: "code", key: "contactCompanyNo", labelKey: "tasks.company", source: companySource },
    onCard: "line",
  },
  {
    key: "salespersonCode",
    headerKey: "fields.salespersonCode",
    render: ({ salespersonName, salespersonCode }) => salespersonName ?? salespersonCode,
    width: 130,
    isSortable: true,
    filter: {
      kind: "code",
      key: "salespersonCode",
      labelKey: "fields.salespersonCode",
      source: salespersonSource,
    },
    onCard: "line",
  },
  {
    key: "no",
    headerKey: "fields.no",
    render: ({ no }) => no,
    width: 110,
    grow: 0,
    isSortable: true,
    startsHidden: true,
    onCard: "none",
  },
];

const filters: readonly Filter[] = [
  { kind: "flag", key: "closed", labelKey: "fields.closed" },
  { kind: "code", key: "campaignNo", labelKey: "fields.campaignNo", source: campaignSource },
  { kind: "code", key: "opportunityNo", labelKey: "fields.opportunityNo", source: opportunitySource },
];
/** What is done is looked for less often than what is to be done. */
const openOnly = { closed: "false" } as const;
const noOf = ({ no }: Task) => no;
const hrefOf = ({ no }: Task) => taskHref(no);
const pageActions = [newTask];
const exportHref = exportOf(listTasks);

export function TaskListPage() {
  const t = useT();
  const may = useMay();
  return (
    <ListPage
      name="tasks"
      titleKey="tasks.title"
      endpoint={listTasks}
      columns={columns}
      filters={filters}
      opensWith={openOnly}
      rowKey={noOf}
      rowHref={hrefOf}
      actions={pageActions}
      rowActions={taskActions}
      exportHref={exportHref}
      emptyTitleKey="tasks.empty"
      emptyTextKey="tasks.emptyText"
      emptyChildren={
        may("tasks.write") && <Button onClick={() => openDialog("tasks.new", {})}>{t("tasks.new")}</Button>
      }
    />
  );
}
