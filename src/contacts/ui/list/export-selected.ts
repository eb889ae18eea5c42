import { IconAddressBook, IconFileSpreadsheet, IconTableExport } from "@tabler/icons-react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { mostSelectedContacts } from "#contacts/selection.rules.ts";
import { action } from "#web/actions.ts";
import { download } from "#web/download.ts";
import type { ExportedFile } from "#web/list/export-of.ts";
import { contactsPath } from "../addresses.ts";

/** More numbers than an address can hold travel in the body. */
const selection = { method: "POST", path: `/exports${contactsPath}/selection` } as const;

/** Whoever wants more takes all that the filters show. */
function fit(rows: readonly Contact[]): boolean {
  return rows.length > 0 && rows.length <= mostSelectedContacts;
}

/** `false`: they stay selected, so that they can be had in the other form, too. */
async function save(
  rows: readonly Contact[],
  file: ExportedFile & { readonly columns?: "bc" },
): Promise<false> {
  await download(selection, { body: { ...file, no: rows.map(({ no }) => no), sort: "no" } });
  return false;
}

/** The 36 columns of the specification (segments §13), under their captions. */
export const exportSelectedCsv = action<readonly Contact[]>({
  key: "contacts.exportSelectedCsv",
  labelKey: "contacts.selection.exportCsv",
  icon: IconTableExport,
  right: "contacts.read",
  when: fit,
  run: (rows) => save(rows, { format: "csv", headers: "captions", columns: "bc" }),
});

/** The same columns. */
export const exportSelectedXlsx = action<readonly Contact[]>({
  key: "contacts.exportSelectedXlsx",
  labelKey: "contacts.selection.exportXlsx",
  icon: IconFileSpreadsheet,
  right: "contacts.read",
  when: fit,
  run: (rows) => save(rows, { format: "xlsx", headers: "captions", columns: "bc" }),
});

export const exportSelectedVcard = action<readonly Contact[]>({
  key: "contacts.exportSelectedVcard",
  labelKey: "contacts.selection.exportVcard",
  icon: IconAddressBook,
  right: "contacts.read",
  when: fit,
  run: (rows) => save(rows, { format: "vcard" }),
});
