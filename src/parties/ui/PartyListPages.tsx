import { Button } from "@mantine/core";
import { contactHref } from "#contacts/ui/index.ts";
import { openDialog } from "#web/dialogs.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useMay } from "#web/session.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { type PartyKind, partyKinds } from "../party-kinds.rules.ts";
import { listActions } from "./actions.ts";
import { partyHref } from "./addresses.ts";
import { KindLinks } from "./KindLinks.tsx";
import { countrySource, currencySource, territorySource } from "./lookups.ts";
import { PartyName } from "./PartyName.tsx";
import { contractOf, type Party, titleKey } from "./party-contracts.ts";
import { RowLink } from "./RowLink.tsx";

const nameOfKind = (kind: PartyKind): Column<Party> => ({
  key: "name",
  headerKey: "fields.name",
  render: (party) => <PartyName party={party} kind={kind} />,
  width: 220,
  grow: 2,
  isSortable: true,
});
const no: Column<Party> = {
  key: "no",
  headerKey: "fields.no",
  render: (party) => party.no,
  width: 110,
  grow: 0,
  isSortable: true,
  onCard: "aside",
};
const contactNo: Column<Party> = {
  key: "contactNo",
  headerKey: "parties.card.linkedTo",
  render: (party) =>
    party.contactNo === null ? (
      <Unlinked />
    ) : (
      <RowLink href={contactHref(party.contactNo)}>{party.contactNo}</RowLink>
    ),
  width: 140,
  grow: 0,
  filter: { kind: "flag", key: "linked", labelKey: "parties.list.linked" },
  onCard: "line",
};
const contactName: Column<Party> = {
  key: "contactName",
  headerKey: "fields.contactName",
  render: (party) => party.contactName,
  width: 150,
  givesWay: 3,
  onCard: "line",
};
const jobTitle: Column<Party> = {
  key: "jobTitle",
  headerKey: "fields.jobTitle",
  render: (party) => party.jobTitle,
  width: 150,
  onCard: "subtitle",
};
const common: readonly Column<Party>[] = [
  {
    key: "phoneNo",
    headerKey: "fields.phoneNo",
    render: (party) => party.phoneNo ?? party.mobilePhoneNo,
    width: 140,
    grow: 0,
    givesWay: 4,
  },
  { key: "email", headerKey: "fields.email", render: (party) => party.email, width: 180, givesWay: 2 },
  {
    key: "city",
    headerKey: "fields.city",
    render: (party) => party.city,
    width: 120,
    isSortable: true,
    givesWay: 5,
    onCard: "subtitle",
  },
  {
    key: "countryCode",
    headerKey: "fields.countryCode",
    render: (party) => party.countryCode,
    width: 90,
    grow: 0,
    startsHidden: true,
    filter: { kind: "code", key: "countryCode", labelKey: "fields.countryCode", source: countrySource },
    onCard: "none",
  },
];
const trade: readonly Column<Party>[] = [
  {
    key: "currencyCode",
    headerKey: "fields.currencyCode",
    render: (party) => party.currencyCode,
    width: 90,
    grow: 0,
    startsHidden: true,
    filter: { kind: "code", key: "currencyCode", labelKey: "fields.currencyCode", source: currencySource },
    onCard: "none",
  },
  {
    key: "territoryCode",
    headerKey: "fields.territoryCode",
    render: (party) => party.territoryCode,
    width: 110,
    grow: 0,
    startsHidden: true,
    filter: { kind: "code", key: "territoryCode", labelKey: "fields.territoryCode", source: territorySource },
    onCard: "none",
  },
];
const ends: readonly Column<Party>[] = [
  {
    key: "externalId",
    headerKey: "fields.externalId",
    render: (party) => party.externalId,
    width: 130,
    grow: 0,
    startsHidden: true,
    onCard: "none",
  },
  {
    key: "lastModifiedAt",
    headerKey: "fields.lastModifiedAt",
    render: (party, format) => format.instant(party.lastModifiedAt),
    width: 150,
    grow: 0,
    isSortable: true,
    startsHidden: true,
    filter: { kind: "dateRange", key: "lastModified", labelKey: "fields.lastModifiedAt" },
    onCard: "none",
  },
];

const columnsOfKind: Readonly<Record<PartyKind, readonly Column<Party>[]>> = {
  customer: [nameOfKind("customer"), no, contactName, ...common, contactNo, ...trade, ...ends],
  vendor: [nameOfKind("vendor"), no, contactName, ...common, contactNo, ...trade, ...ends],
  bankAccount: [nameOfKind("bankAccount"), no, ...common, contactNo, ...trade, ...ends],
  employee: [nameOfKind("employee"), no, jobTitle, ...common, contactNo, ...ends],
};

function Unlinked() {
  const t = useT();
  return <StatusBadge>{t("parties.list.unlinked")}</StatusBadge>;
}

const noOf = (party: Party) => party.no;
/** Everything that must stay the same array or function from one drawing to the next. */
const setups = Object.fromEntries(
  partyKinds.map((kind) => [
    kind,
    {
      actions: listActions(kind),
      exportHref: exportOf(contractOf(kind).list),
      rowHref: (party: Party) => partyHref(kind, party.no),
    },
  ]),
) as Readonly<
  Record<
    PartyKind,
    {
      actions: ReturnType<typeof listActions>;
      exportHref: ReturnType<typeof exportOf>;
      rowHref: (party: Party) => string;
    }
  >
>;

function PartyListPage({ kind }: { readonly kind: PartyKind }) {
  const t = useT();
  const may = useMay();
  const { actions, exportHref, rowHref } = setups[kind];
  return (
    <>
      <KindLinks current={kind} />
      <ListPage
        key={kind}
        name={kind}
        titleKey={titleKey(kind)}
        endpoint={contractOf(kind).list}
        columns={columnsOfKind[kind] as readonly Column<never>[]}
        rowKey={noOf as (row: never) => string}
        rowHref={rowHref as (row: never) => string}
        actions={actions}
        exportHref={exportHref}
        emptyTitleKey={`parties.list.empty.${kind}`}
        emptyTextKey="parties.list.emptyText"
        emptyChildren={
          may("parties.write") && (
            <Button onClick={() => openDialog("parties.new", { kind })}>{t(`parties.new.${kind}`)}</Button>
          )
        }
      />
    </>
  );
}

export const CustomerListPage = () => <PartyListPage kind="customer" />;
export const VendorListPage = () => <PartyListPage kind="vendor" />;
export const BankAccountListPage = () => <PartyListPage kind="bankAccount" />;
export const EmployeeListPage = () => <PartyListPage kind="employee" />;
