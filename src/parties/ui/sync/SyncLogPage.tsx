import { contactHref } from "#contacts/ui/index.ts";
import { contactSource } from "#contacts/ui/pickers.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { listSyncLog, type SyncLogEntry } from "../../sync/sync-log.contract.ts";
import { partyHref } from "../addresses.ts";
import { kindChoices } from "../party-contracts.ts";
import { RowLink } from "../RowLink.tsx";
import { Kind } from "../templates/words.tsx";
import { directionChoices, SyncChanges } from "./sync-words.tsx";

const columns: readonly Column<SyncLogEntry>[] = [
  {
    key: "changes",
    headerKey: "fields.changes",
    render: ({ changes }) => <SyncChanges changes={changes} />,
    width: 260,
    grow: 3,
  },
  {
    key: "direction",
    headerKey: "fields.direction",
    render: ({ direction }) => <Direction direction={direction} />,
    width: 170,
    grow: 0,
    filter: { kind: "enum", key: "direction", labelKey: "fields.direction", choices: directionChoices },
    onCard: "subtitle",
  },
  {
    key: "contactNo",
    headerKey: "fields.contactNo",
    render: ({ contactNo, contactName }) => (
      <RowLink href={contactHref(contactNo)}>{contactName ?? contactNo}</RowLink>
    ),
    width: 150,
    filter: { kind: "code", key: "contactNo", labelKey: "fields.contactNo", source: contactSource },
    onCard: "line",
  },
  {
    key: "kind",
    headerKey: "fields.kind",
    render: ({ kind }) => <Kind kind={kind} />,
    width: 110,
    grow: 0,
    givesWay: 2,
    filter: { kind: "enum", key: "kind", labelKey: "fields.kind", choices: kindChoices },
    onCard: "aside",
  },
  {
    key: "partyNo",
    headerKey: "fields.partyNo",
    render: ({ kind, partyNo, partyName, isPartyDeleted }) =>
      isPartyDeleted ? partyNo : <RowLink href={partyHref(kind, partyNo)}>{partyName ?? partyNo}</RowLink>,
    width: 150,
    filter: { kind: "text", key: "partyNo", labelKey: "fields.partyNo" },
    onCard: "line",
  },
  {
    key: "actor",
    headerKey: "fields.actor",
    render: ({ actor }) => actor,
    width: 120,
    grow: 0,
    givesWay: 1,
    onCard: "line",
  },
  {
    key: "recordedAt",
    headerKey: "fields.recordedAt",
    render: ({ recordedAt }, format) => format.instant(recordedAt),
    width: 150,
    grow: 0,
    isSortable: true,
    filter: { kind: "dateRange", key: "recorded", labelKey: "fields.recordedAt" },
    onCard: "line",
  },
];
const keyOf = ({ entryNo }: SyncLogEntry) => String(entryNo);
const exportHref = exportOf(listSyncLog);

function Direction({ direction }: Pick<SyncLogEntry, "direction">) {
  return useT()(`parties.sync.directions.${direction}`);
}

/** Everything that was carried over between contacts and their customers, vendors, … */
export function SyncLogPage() {
  return (
    <ListPage
      name="syncLog"
      titleKey="parties.titles.syncLog"
      endpoint={listSyncLog}
      columns={columns}
      rowKey={keyOf}
      hasSearch={false}
      exportHref={exportHref}
      emptyTitleKey="parties.sync.empty"
      emptyTextKey="parties.sync.emptyText"
    />
  );
}
