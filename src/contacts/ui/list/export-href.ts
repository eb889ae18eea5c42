import { exportOf } from "#web/list/export-of.ts";
import { contactsPath } from "../addresses.ts";

/** Address of a file with the contacts that the filters show. */
export const contactsExportHref = exportOf({ path: contactsPath });
