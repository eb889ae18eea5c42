import { IconAddressBook, IconTableExport } from "@tabler/icons-react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { action } from "#web/actions.ts";
import type { ExportedFile } from "#web/list/export-of.ts";
import { contactsExportHref } from "./export-href.ts";

/** Characters of numbers that an address takes; whoever wants more narrows the list by filters. */
const mostCharacters = 2_000;

/** Fits into the address of the file. */
function fit(rows: readonly Contact[]): boolean {
  return rows.length > 0 && numbersOf(rows).length <= mostCharacters;
}

function numbersOf(rows: readonly Contact[]): string {
  return rows.map(({ no }) => no).join(",");
}

/** `false`: they stay selected, so that they can be had in the other form, too. */
function download(rows: readonly Contact[], file: ExportedFile & { readonly columns?: "bc" }): false {
  window.location.assign(contactsExportHref(file, { no: numbersOf(rows), sort: "no" }));
  return false;
}

/** The 36 columns of the specification (segments §13), under their captions. */
export const exportSelectedCsv = action<readonly Contact[]>({
  key: "contacts.exportSelectedCsv",
  labelKey: "contacts.selection.exportCsv",
  icon: IconTableExport,
  right: "contacts.read",
  when: fit,
  run: (rows) => download(rows, { format: "csv", headers: "captions", columns: "bc" }),
});

export const exportSelectedVcard = action<readonly Contact[]>({
  key: "contacts.exportSelectedVcard",
  labelKey: "contacts.selection.exportVcard",
  icon: IconAddressBook,
  right: "contacts.read",
  when: fit,
  run: (rows) => download(rows, { format: "vcard" }),
});
