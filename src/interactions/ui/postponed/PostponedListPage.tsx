import { listPostponed } from "#interactions/drafts/postponed.contract.ts";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import type { Filter } from "#web/filter/filters.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useUi } from "#web/ui.ts";
import { logPath } from "../addresses.ts";
import { contactSource, salespersonSource, templateSource } from "../lookups.ts";
import { postponedActions, resumePostponed } from "./postponed-actions.ts";

const columns: readonly Column<LogEntry>[] = [
  {
    key: "contactName",
    headerKey: "interactions.facts.contact",
    render: ({ contactName, contactNo }) => contactName ?? contactNo,
    width: 220,
    grow: 2,
    filter: {
      kind: "code",
      key: "contactNo",
      labelKey: "interactions.facts.contact",
      source: contactSource,
    },
  },
  {
    key: "description",
    headerKey: "interactions.facts.description",
    render: ({ description }) => description,
    width: 240,
    grow: 2,
  },
  {
    key: "template",
    headerKey: "interactions.facts.template",
    render: ({ title }) => title,
    width: 200,
    grow: 1,
    filter: {
      kind: "code",
      key: "interactionTemplateCode",
      labelKey: "interactions.facts.template",
      source: templateSource,
    },
  },
  {
    key: "salespersonName",
    headerKey: "interactions.facts.salesperson",
    render: ({ salespersonName, salespersonCode }) => salespersonName ?? salespersonCode,
    width: 150,
    filter: {
      kind: "code",
      key: "salespersonCode",
      labelKey: "interactions.facts.salesperson",
      source: salespersonSource,
    },
  },
  {
    key: "date",
    headerKey: "interactions.fields.date",
    render: ({ date, time }, format) => format.dayAndTime(date, time),
    width: 160,
    isSortable: true,
    onCard: "aside",
  },
  {
    key: "userId",
    headerKey: "interactions.postponed.postponedBy",
    render: ({ userId }) => userId,
    width: 130,
  },
];

const filters: readonly Filter[] = [
  { kind: "flag", key: "all", labelKey: "interactions.postponed.all" },
  { kind: "dateRange", key: "date", labelKey: "interactions.fields.date" },
];

const keyOf = ({ entryNo }: LogEntry) => String(entryNo);

/** What was kept for later, one's own unless all are wanted; opening one goes on with it. */
export function PostponedListPage() {
  const t = useT();
  const ui = useUi();
  return (
    <ListPage
      name="postponed"
      titleKey="interactions.postponed.title"
      path={[{ label: t("interactions.nav.log"), to: logPath }]}
      endpoint={listPostponed}
      columns={columns}
      filters={filters}
      hasSearch={false}
      rowKey={keyOf}
      onOpen={(row) => void resumePostponed.run(row, ui)}
      rowActions={postponedActions}
      emptyTitleKey="interactions.postponed.emptyTitle"
      emptyTextKey="interactions.postponed.emptyText"
    />
  );
}
