import { Button } from "@mantine/core";
import { openDialog } from "#web/dialogs.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useMay } from "#web/session.ts";
import { listPartyEntries, type PartyEntry } from "../../entries/party-entries.contract.ts";
import { partyHref } from "../addresses.ts";
import { kindChoices } from "../party-contracts.ts";
import { RowLink } from "../RowLink.tsx";
import { Kind } from "../templates/words.tsx";
import { entryActions, newEntry } from "./entry-actions.ts";
import { DocumentType, documentTypeChoices } from "./words.tsx";

const columns: readonly Column<PartyEntry>[] = [
  {
    key: "documentNo",
    headerKey: "fields.documentNo",
    render: ({ documentNo, entryNo }) => documentNo ?? String(entryNo),
    width: 130,
    onCard: "title",
  },
  {
    key: "documentType",
    headerKey: "fields.documentType",
    render: ({ documentType }) => <DocumentType type={documentType} />,
    width: 120,
    grow: 0,
    filter: {
      kind: "enum",
      key: "documentType",
      labelKey: "fields.documentType",
      choices: documentTypeChoices,
    },
    onCard: "subtitle",
  },
  {
    key: "kind",
    headerKey: "fields.kind",
    render: ({ kind }) => <Kind kind={kind} />,
    width: 120,
    grow: 0,
    givesWay: 3,
    filter: { kind: "enum", key: "kind", labelKey: "fields.kind", choices: kindChoices },
    onCard: "none",
  },
  {
    key: "partyNo",
    headerKey: "fields.partyNo",
    render: ({ kind, partyNo, partyName }) => (
      <RowLink href={partyHref(kind, partyNo)}>{partyName ?? partyNo}</RowLink>
    ),
    width: 180,
    grow: 2,
    filter: { kind: "text", key: "partyNo", labelKey: "fields.partyNo" },
    onCard: "line",
  },
  {
    key: "postingDate",
    headerKey: "fields.postingDate",
    render: ({ postingDate }, format) => format.date(postingDate),
    width: 120,
    grow: 0,
    isSortable: true,
    filter: { kind: "dateRange", key: "postingDate", labelKey: "fields.postingDate" },
    onCard: "line",
  },
  {
    key: "dueDate",
    headerKey: "fields.dueDate",
    render: ({ dueDate }, format) => dueDate && format.date(dueDate),
    width: 120,
    grow: 0,
    givesWay: 4,
  },
  {
    key: "closedDate",
    headerKey: "fields.closedDate",
    render: ({ closedDate }, format) => closedDate && format.date(closedDate),
    width: 120,
    grow: 0,
    givesWay: 5,
    filter: { kind: "flag", key: "closed", labelKey: "parties.entries.closed" },
  },
  {
    key: "amount",
    headerKey: "fields.amount",
    render: ({ amount }, format) => format.money(amount),
    width: 120,
    grow: 0,
    align: "end",
    isSortable: true,
    onCard: "aside",
  },
  {
    key: "profit",
    headerKey: "fields.profit",
    render: ({ profit }, format) => format.money(profit),
    width: 110,
    grow: 0,
    align: "end",
    givesWay: 2,
    onCard: "none",
  },
  {
    key: "discount",
    headerKey: "fields.discount",
    render: ({ discount }, format) => format.money(discount),
    width: 110,
    grow: 0,
    align: "end",
    givesWay: 1,
    onCard: "none",
  },
];
const keyOf = ({ entryNo }: PartyEntry) => String(entryNo);
const pageActions = [newEntry];
const exportHref = exportOf(listPartyEntries);

/** What customers, vendors, … were invoiced. */
export function PartyEntryListPage() {
  const t = useT();
  const may = useMay();
  return (
    <ListPage
      name="partyEntries"
      titleKey="parties.titles.entries"
      endpoint={listPartyEntries}
      columns={columns}
      rowKey={keyOf}
      onOpen={(entry) => {
        if (may("parties.write")) void openDialog("parties.entry", { entry, owner: entry });
      }}
      actions={pageActions}
      rowActions={entryActions}
      exportHref={exportHref}
      emptyTitleKey="parties.entries.empty"
      emptyTextKey="parties.entries.emptyText"
      emptyChildren={
        may("parties.write") && (
          <Button onClick={() => openDialog("parties.entry", { entry: null, owner: null })}>
            {t("parties.entries.new")}
          </Button>
        )
      }
    />
  );
}
