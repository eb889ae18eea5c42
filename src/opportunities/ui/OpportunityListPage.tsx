import { Button } from "@mantine/core";
import { campaignSource } from "#campaigns/ui/lookups.ts";
import { companySource, contactSource, salespersonSource } from "#interactions/ui/lookups.ts";
import { listOpportunities, type Opportunity } from "#opportunities/opportunities.contract.ts";
import { openDialog } from "#web/dialogs.ts";
import type { Filter } from "#web/filter/filters.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useMay } from "#web/session.ts";
import { deleteClosed, newOpportunity, opportunityActions } from "./actions.ts";
import { opportunityHref } from "./addresses.ts";
import { priorityChoices, statusChoices } from "./choices.ts";
import { closeCodeSource, salesCycleSource } from "./lookups.ts";
import { OpportunityStatusBadge } from "./OpportunityStatusBadge.tsx";

function percentColumn(key: "probability" | "chancesOfSuccess" | "completed"): Column<Opportunity> {
  return {
    key,
    headerKey: `fields.${key}`,
    render: (row, format) => row[key] !== null && `${format.number(row[key])}\u00a0%`,
    align: "end",
    width: 130,
    grow: 0,
    isSortable: true,
    startsHidden: true,
    filter: { kind: "numberRange", key, labelKey: `fields.${key}` },
    onCard: "none",
  };
}

const columns: readonly Column<Opportunity>[] = [
  {
    key: "description",
    headerKey: "fields.description",
    render: ({ description }) => description,
    width: 220,
    grow: 2,
    isSortable: true,
  },
  {
    key: "contactName",
    headerKey: "opportunities.contact",
    render: ({ contactName }) => contactName,
    width: 160,
    isSortable: true,
    filter: { kind: "code", key: "contactNo", labelKey: "opportunities.contact", source: contactSource },
    onCard: "subtitle",
  },
  {
    key: "contactCompanyName",
    headerKey: "opportunities.company",
    render: (row) => (row.contactCompanyNo === row.contactNo ? null : row.contactCompanyName),
    width: 150,
    givesWay: 1,
    filter: {
      kind: "code",
      key: "contactCompanyNo",
      labelKey: "opportunities.company",
      source: companySource,
    },
    onCard: "line",
  },
  {
    key: "status",
    headerKey: "fields.status",
    render: ({ status }) => <OpportunityStatusBadge status={status} />,
    width: 130,
    grow: 0,
    isSortable: true,
    filter: { kind: "enum", key: "status", labelKey: "fields.status", choices: statusChoices },
    onCard: "aside",
  },
  {
    key: "currentStage",
    headerKey: "fields.currentStage",
    render: ({ currentStage, currentStageDescription }) => currentStageDescription ?? currentStage,
    width: 150,
    isSortable: true,
    onCard: "line",
  },
  {
    key: "estimatedValue",
    headerKey: "fields.estimatedValue",
    render: ({ estimatedValue }, format) => estimatedValue !== null && format.money(estimatedValue),
    align: "end",
    width: 130,
    grow: 0,
    isSortable: true,
    filter: { kind: "numberRange", key: "estimatedValue", labelKey: "fields.estimatedValue" },
    onCard: "line",
  },
  {
    key: "calcdCurrentValue",
    headerKey: "fields.calcdCurrentValue",
    render: ({ calcdCurrentValue }, format) => calcdCurrentValue !== null && format.money(calcdCurrentValue),
    align: "end",
    width: 170,
    grow: 0,
    isSortable: true,
    filter: { kind: "numberRange", key: "calcdCurrentValue", labelKey: "fields.calcdCurrentValue" },
    onCard: "none",
  },
  percentColumn("probability"),
  percentColumn("chancesOfSuccess"),
  percentColumn("completed"),
  {
    key: "estimatedCloseDate",
    headerKey: "fields.estimatedCloseDate",
    render: ({ estimatedCloseDate }, format) => estimatedCloseDate && format.date(estimatedCloseDate),
    width: 130,
    grow: 0,
    isSortable: true,
    givesWay: 4,
    filter: { kind: "dateRange", key: "estimatedCloseDate", labelKey: "fields.estimatedCloseDate" },
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
    key: "campaignNo",
    headerKey: "fields.campaignNo",
    render: ({ campaignNo }) => campaignNo,
    width: 110,
    grow: 0,
    startsHidden: true,
    filter: { kind: "code", key: "campaignNo", labelKey: "fields.campaignNo", source: campaignSource },
    onCard: "none",
  },
  {
    key: "salesCycleCode",
    headerKey: "fields.salesCycleCode",
    render: ({ salesCycleCode }) => salesCycleCode,
    width: 120,
    grow: 0,
    isSortable: true,
    startsHidden: true,
    filter: {
      kind: "code",
      key: "salesCycleCode",
      labelKey: "fields.salesCycleCode",
      source: salesCycleSource,
    },
    onCard: "none",
  },
  {
    key: "priority",
    headerKey: "fields.priority",
    render: ({ priority }) => <PriorityName priority={priority} />,
    width: 110,
    grow: 0,
    isSortable: true,
    startsHidden: true,
    filter: { kind: "enum", key: "priority", labelKey: "fields.priority", choices: priorityChoices },
    onCard: "none",
  },
  {
    key: "dateClosed",
    headerKey: "fields.dateClosed",
    render: ({ dateClosed }, format) => dateClosed && format.date(dateClosed),
    width: 120,
    grow: 0,
    isSortable: true,
    startsHidden: true,
    filter: { kind: "dateRange", key: "dateClosed", labelKey: "fields.dateClosed" },
    onCard: "none",
  },
  {
    key: "creationDate",
    headerKey: "fields.creationDate",
    render: ({ creationDate }, format) => format.date(creationDate),
    width: 120,
    grow: 0,
    isSortable: true,
    givesWay: 2,
    filter: { kind: "dateRange", key: "creationDate", labelKey: "fields.creationDate" },
    onCard: "line",
  },
  {
    key: "no",
    headerKey: "fields.no",
    render: ({ no }) => no,
    width: 110,
    grow: 0,
    isSortable: true,
    givesWay: 3,
    onCard: "none",
  },
];

function PriorityName({ priority }: Pick<Opportunity, "priority">) {
  const t = useT();
  return t(`opportunities.priorities.${priority}`);
}

const filters: readonly Filter[] = [
  {
    kind: "code",
    key: "closeOpportunityCode",
    labelKey: "fields.closeOpportunityCode",
    source: closeCodeSource,
  },
  { kind: "text", key: "currentStage", labelKey: "fields.currentStage" },
  { kind: "flag", key: "closed", labelKey: "fields.closed" },
];
const noOf = ({ no }: Opportunity) => no;
const hrefOf = ({ no }: Opportunity) => opportunityHref(no);
const pageActions = [newOpportunity, deleteClosed];
const exportHref = exportOf(listOpportunities);

export function OpportunityListPage() {
  const t = useT();
  const may = useMay();
  return (
    <ListPage
      name="opportunities"
      titleKey="opportunities.title"
      endpoint={listOpportunities}
      columns={columns}
      filters={filters}
      rowKey={noOf}
      rowHref={hrefOf}
      actions={pageActions}
      rowActions={opportunityActions}
      exportHref={exportHref}
      emptyTitleKey="opportunities.empty"
      emptyTextKey="opportunities.emptyText"
      emptyChildren={
        may("opportunities.write") && (
          <Button onClick={() => openDialog("opportunities.new", {})}>{t("opportunities.new")}</Button>
        )
      }
    />
  );
}
