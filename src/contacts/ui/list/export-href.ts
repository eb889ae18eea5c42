import { listContacts } from "#contacts/contacts.contract.ts";
import { exportOf } from "#web/list/export-of.ts";

/** Address of a file with the contacts that the filters show. */
export const contactsExportHref = exportOf(listContacts);
