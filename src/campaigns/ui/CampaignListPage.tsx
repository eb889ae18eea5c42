import { Button } from "@mantine/core";
import { type Campaign, listCampaigns } from "#campaigns/campaigns.contract.ts";
import { salespersonSource } from "#interactions/ui/lookups.ts";
import { openDialog } from "#web/dialogs.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useMay } from "#web/session.ts";
import { campaignActions, nameOf, newCampaign } from "./actions.ts";
import { campaignHref } from "./addresses.ts";
import { campaignStatusSource } from "./lookups.ts";

const columns: readonly Column<Campaign>[] = [
  {
    key: "description",
    headerKey: "fields.description",
    render: nameOf,
    width: 220,
    grow: 3,
    isSortable: true,
  },
  {
    key: "no",
    headerKey: "fields.no",
    render: ({ no }) => no,
    width: 120,
    grow: 0,
    isSortable: true,
    onCard: "aside",
  },
  {
    key: "statusCode",
    headerKey: "fields.statusCode",
    render: ({ statusCode }) => statusCode,
    width: 120,
    grow: 0,
    filter: { kind: "code", key: "statusCode", labelKey: "fields.statusCode", source: campaignStatusSource },
    onCard: "line",
  },
  {
    key: "startingDate",
    headerKey: "fields.startingDate",
    render: ({ startingDate }, format) => startingDate && format.date(startingDate),
    width: 120,
    grow: 0,
    isSortable: true,
    onCard: "line",
  },
  {
    key: "endingDate",
    headerKey: "fields.endingDate",
    render: ({ endingDate }, format) => endingDate && format.date(endingDate),
    width: 120,
    grow: 0,
    isSortable: true,
    onCard: "line",
  },
  {
    key: "salespersonCode",
    headerKey: "fields.salespersonCode",
    render: ({ salespersonName, salespersonCode }) => salespersonName ?? salespersonCode,
    width: 140,
    filter: {
      kind: "code",
      key: "salespersonCode",
      labelKey: "fields.salespersonCode",
      source: salespersonSource,
    },
    onCard: "subtitle",
  },
];

const noOf = ({ no }: Campaign) => no;
const hrefOf = ({ no }: Campaign) => campaignHref(no);
const pageActions = [newCampaign];
const exportHref = exportOf(listCampaigns);

export function CampaignListPage() {
  const t = useT();
  const may = useMay();
  return (
    <ListPage
      name="campaigns"
      titleKey="campaigns.title"
      endpoint={listCampaigns}
      columns={columns}
      rowKey={noOf}
      rowHref={hrefOf}
      actions={pageActions}
      rowActions={campaignActions}
      exportHref={exportHref}
      emptyTitleKey="campaigns.empty"
      emptyTextKey="campaigns.emptyText"
      emptyChildren={
        may("campaigns.write") && (
          <Button onClick={() => openDialog("campaigns.new", {})}>{t("campaigns.new")}</Button>
        )
      }
    />
  );
}
