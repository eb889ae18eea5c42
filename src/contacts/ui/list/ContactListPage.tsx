import { listContacts } from "#contacts/contacts.contract.ts";
import { addSelectedToSegment } from "#segments/ui/contact/actions.ts";
import { ListPage } from "#web/list/ListPage.tsx";
import { useListSearch } from "#web/list/use-list-search.ts";
import { useMay } from "#web/session.ts";
import { contactListActions, contactRowActions } from "../actions.ts";
import { contactHref } from "../addresses.ts";
import { FirstContacts } from "../FirstContacts.tsx";
import { mergeSelected } from "../merge/merge-actions.ts";
import { groupedColumns, moreFilters, plainColumns } from "./contact-columns.tsx";
import { contactsExportHref } from "./export-href.ts";
import { exportSelectedCsv, exportSelectedVcard, exportSelectedXlsx } from "./export-selected.ts";

/** All contacts: each company followed by its people, until one searches, sorts or asks for one type. */
export function ContactListPage() {
  const { search } = useListSearch();
  const isGrouped = !search.sort && !search.search && !search.type;
  const mayMerge = useMay()("contacts.merge");
  return (
    <ListPage
      name="contacts"
      titleKey="contacts.list.title"
      endpoint={listContacts}
      columns={isGrouped ? groupedColumns : plainColumns}
      filters={moreFilters}
      rowKey={noOf}
      rowHref={hrefOf}
      actions={contactListActions}
      rowActions={contactRowActions}
      bulkActions={mayMerge ? mergerActions : usualActions}
      exportHref={contactsExportHref}
      canComeBack
      emptyTitleKey="contacts.list.empty"
      emptyTextKey="contacts.list.emptyText"
      emptyChildren={<FirstContacts />}
    />
  );
}

const usualActions = [addSelectedToSegment, exportSelectedCsv, exportSelectedXlsx, exportSelectedVcard];
const mergerActions = [mergeSelected, ...usualActions];
const noOf = ({ no }: { readonly no: string }) => no;
const hrefOf = ({ no }: { readonly no: string }) => contactHref(no);
