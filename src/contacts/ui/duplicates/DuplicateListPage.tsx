import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import type { DuplicatePair } from "#contacts/duplicates/duplicate-pair.contract.ts";
import { listDuplicates } from "#contacts/duplicates/duplicates.contract.ts";
import { action } from "#web/actions.ts";
import type { Column } from "#web/grid/columns.ts";
import { useT } from "#web/i18n.ts";
import { exportOf } from "#web/list/export-of.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { contactsPath } from "../addresses.ts";
import { companySource } from "../lookups.ts";
import { pairRowActions } from "./pair-actions.ts";
import { pairHref, searchStringsPath } from "./paths.ts";

const columns: readonly Column<DuplicatePair>[] = [
  {
    key: "contactName",
    headerKey: "fields.contactName",
    render: ({ contactName, contactNo }) => contactName ?? contactNo,
    width: 180,
    grow: 2,
    filter: {
      kind: "code",
      key: "contactNo",
      labelKey: "contacts.duplicates.company",
      source: companySource,
    },
  },
  {
    key: "contactCity",
    headerKey: "fields.contactCity",
    render: ({ contactCity }) => contactCity,
    width: 110,
    givesWay: 2,
    onCard: "none",
  },
  {
    key: "duplicateName",
    headerKey: "fields.duplicateName",
    render: ({ duplicateName, duplicateNo }) => duplicateName ?? duplicateNo,
    width: 180,
    grow: 2,
    onCard: "subtitle",
  },
  {
    key: "duplicateCity",
    headerKey: "fields.contactCity",
    render: ({ duplicateCity }) => duplicateCity,
    width: 110,
    givesWay: 2,
    onCard: "none",
  },
  {
    key: "hits",
    headerKey: "fields.hits",
    render: ({ hits }, format) => format.number(hits),
    width: 90,
    grow: 0,
    align: "end",
    isSortable: true,
    filter: { kind: "numberRange", key: "hits", labelKey: "fields.hits" },
    onCard: "aside",
  },
  {
    key: "separate",
    headerKey: "contacts.duplicates.decision",
    render: ({ separate }) => <Decision separate={separate} />,
    width: 120,
    grow: 0,
    filter: { kind: "flag", key: "separate", labelKey: "fields.separate" },
    onCard: "line",
  },
  {
    key: "foundAt",
    headerKey: "fields.foundAt",
    render: ({ foundAt }, format) => format.instant(foundAt),
    width: 150,
    grow: 0,
    isSortable: true,
    givesWay: 1,
    onCard: "none",
  },
];

/** What somebody has decided about a pair. */
export function Decision({ separate }: { readonly separate: boolean }) {
  const t = useT();
  return (
    <StatusBadge tone={separate ? "neutral" : "warning"}>
      {t(separate ? "contacts.duplicates.isSeparate" : "contacts.duplicates.isOpen")}
    </StatusBadge>
  );
}

const setUp = action({
  key: "contacts.setUpDuplicates",
  labelKey: "contacts.duplicates.setUp",
  icon: IconAdjustmentsHorizontal,
  right: "setup.read",
  run: (_, ui) => ui.go(searchStringsPath),
});
const actions = [setUp];

/** Pairs of companies that may be the same; those that share most come first. */
export function DuplicateListPage() {
  const t = useT();
  return (
    <ListPage
      name="duplicates"
      titleKey="contacts.list.duplicates"
      path={[{ label: t("contacts.list.title"), to: contactsPath }]}
      endpoint={listDuplicates}
      columns={columns}
      rowKey={pairHref}
      rowHref={pairHref}
      actions={actions}
      rowActions={pairRowActions}
      exportHref={exportOf(listDuplicates)}
      emptyTitleKey="contacts.duplicates.empty"
      emptyTextKey="contacts.duplicates.emptyText"
    />
  );
}
