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
import { newOpportunity, opportunityActions } from "./actions.ts";
import { opportunityHref } from "./addresses.ts";
import { statusChoices } from "./choices.ts";
import { OpportunityStatusBadge } from "./OpportunityStatusBadge.tsx";

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
    key: "creationDate",
    headerKey: "fields.creationDate",
    render: ({ creationDate }, format) => format.date(creationDate),
    width: 120,
    grow: 0,
    isSortable: true,
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
    onCard: "none",
  },
];

const filters: readonly Filter[] = [{ kind: "flag", key: "closed", labelKey: "fields.closed" }];
const noOf = ({ no }: Opportunity) => no;
const hrefOf = ({ no }: Opportunity) => opportunityHref(no);
const pageActions = [newOpportunity];
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
