import { IconArrowBackUp, IconCircleOff, IconMessages, IconTrash } from "@tabler/icons-react";
import {
  type CampaignEntry,
  cancelCampaignEntry,
  deleteCampaignEntry,
  listCampaignEntries,
  reinstateCampaignEntry,
} from "#interactions/campaign-entries/campaign-entries.contract.ts";
import { logHref } from "#interactions/ui/index.ts";
import { salespersonSource } from "#interactions/ui/lookups.ts";
import { action } from "#web/actions.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import type { Ui } from "#web/ui.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { campaignsPath } from "./addresses.ts";
import { campaignSource } from "./lookups.ts";

const columns: readonly Column<CampaignEntry>[] = [
  {
    key: "description",
    headerKey: "fields.description",
    render: ({ description }) => description,
    width: 180,
    grow: 2,
  },
  {
    key: "campaignNo",
    headerKey: "fields.campaignNo",
    render: ({ campaignNo }) => campaignNo,
    width: 130,
    grow: 0,
    filter: { kind: "code", key: "campaignNo", labelKey: "fields.campaignNo", source: campaignSource },
    onCard: "subtitle",
  },
  {
    key: "date",
    headerKey: "fields.date",
    render: ({ date }, format) => format.date(date),
    width: 120,
    grow: 0,
    isSortable: true,
    filter: { kind: "dateRange", key: "date", labelKey: "fields.date" },
    onCard: "aside",
  },
  {
    key: "salespersonCode",
    headerKey: "fields.salespersonCode",
    render: ({ salespersonCode }) => salespersonCode,
    width: 120,
    filter: {
      kind: "code",
      key: "salespersonCode",
      labelKey: "fields.salespersonCode",
      source: salespersonSource,
    },
    onCard: "line",
  },
  {
    key: "noOfInteractions",
    headerKey: "campaigns.noOfInteractions",
    render: ({ noOfInteractions }, format) => format.number(noOfInteractions),
    width: 120,
    grow: 0,
    align: "end",
    onCard: "line",
  },
  {
    key: "cost",
    headerKey: "fields.cost",
    render: ({ cost }, format) => format.money(cost),
    width: 110,
    grow: 0,
    align: "end",
    onCard: "line",
  },
  {
    key: "durationMin",
    headerKey: "campaigns.time",
    render: ({ durationMin }, format) => format.duration(durationMin),
    width: 110,
    grow: 0,
    align: "end",
    onCard: "line",
  },
  {
    key: "canceled",
    headerKey: "campaigns.state",
    render: ({ canceled }) => canceled && <CanceledBadge />,
    width: 130,
    grow: 0,
    filter: { kind: "flag", key: "canceled", labelKey: "campaigns.canceled" },
    onCard: "line",
  },
];

function CanceledBadge() {
  const t = useT();
  return <StatusBadge tone="danger">{t("campaigns.canceled")}</StatusBadge>;
}

const changed = ["interaction-log-entries", "contacts", "home"];

/** Asks first: all interactions of the entry go along. */
async function setCanceled(entry: CampaignEntry, canceled: boolean, ui: Ui): Promise<void> {
  const count = entry.noOfInteractions;
  const isMeant = await ui.ask({
    title: ui.t(canceled ? "campaigns.cancelTitle" : "campaigns.reinstateTitle", { count }),
    confirmLabel: ui.t(canceled ? "campaigns.cancelEntry" : "campaigns.reinstateEntry"),
    cancelLabel: ui.t("web.actions.back"),
  });
  if (!isMeant) return;
  const endpoint = canceled ? cancelCampaignEntry : reinstateCampaignEntry;
  const params = { entryNo: String(entry.entryNo) };
  const done = await ui.call(endpoint, { params, ifMatch: entry.version }, changed);
  if (done) ui.showSuccess(ui.t(canceled ? "campaigns.canceledDone" : "campaigns.reinstatedDone", { count }));
}

const rowActions = [
  action<CampaignEntry>({
    key: "campaigns.entryInteractions",
    labelKey: "campaigns.showInteractions",
    icon: IconMessages,
    right: "interactions.read",
    run: ({ campaignNo }, ui) => ui.go(logHref({ campaignNo })),
  }),
  action<CampaignEntry>({
    key: "campaigns.cancelEntry",
    labelKey: "campaigns.cancelEntry",
    icon: IconCircleOff,
    right: "campaigns.write",
    when: ({ canceled }) => !canceled,
    run: (entry, ui) => setCanceled(entry, true, ui),
  }),
  action<CampaignEntry>({
    key: "campaigns.reinstateEntry",
    labelKey: "campaigns.reinstateEntry",
    icon: IconArrowBackUp,
    right: "campaigns.write",
    when: ({ canceled }) => canceled,
    run: (entry, ui) => setCanceled(entry, false, ui),
  }),
  action<CampaignEntry>({
    key: "campaigns.deleteEntry",
    labelKey: "campaigns.deleteEntry",
    icon: IconTrash,
    tone: "danger",
    right: "campaigns.delete",
    when: ({ canceled }) => canceled,
    run: async (entry, ui) => {
      const count = entry.noOfInteractions;
      const isMeant = await ui.ask({
        title: ui.t("campaigns.deleteEntryTitle", { count }),
        text: ui.t("campaigns.deleteEntryText"),
        confirmLabel: ui.t("campaigns.deleteEntry"),
        tone: "danger",
      });
      if (!isMeant) return;
      const params = { entryNo: String(entry.entryNo) };
      const done = await ui.call(deleteCampaignEntry, { params }, changed);
      if (done) ui.showSuccess(ui.t("campaigns.entryDeleted"));
    },
  }),
];

const keyOf = ({ entryNo }: CampaignEntry) => String(entryNo);
const exportHref = exportOf(listCampaignEntries);

export function CampaignEntryListPage() {
  const t = useT();
  return (
    <ListPage
      name="campaignEntries"
      titleKey="campaigns.entries"
      path={[{ label: t("campaigns.title"), to: campaignsPath }]}
      endpoint={listCampaignEntries}
      columns={columns}
      hasSearch={false}
      rowKey={keyOf}
      rowActions={rowActions}
      exportHref={exportHref}
      emptyTitleKey="campaigns.noEntries"
      emptyTextKey="campaigns.noEntriesText"
    />
  );
}
