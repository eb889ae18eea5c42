import { searchEmailOf } from "#contacts/email.rules.ts";
import { queueIndexing } from "#contacts/index.ts";
import { foldName, mappedColumns } from "../cell-texts.rules.ts";
import type { ContactSettings } from "../import-settings.rules.ts";
import type { RowImporter } from "../row-importer.ts";
import { SeenKeys } from "../seen-keys.ts";
import { contactFields } from "./contact-fields.rules.ts";
import type { ContactReport } from "./contact-reports.ts";
import type { ContactKeys } from "./drafts.ts";
import { type ParsedRow, parseRow } from "./parse-row.rules.ts";
import { storeRows } from "./store-rows.commands.ts";

/** Of larger files duplicates are looked for at the end, all at once. */
const mostRowsIndexedOneByOne = 1_000;

interface ContactImport extends ContactSettings {
  /** As far as it is known. */
  readonly rowCount: number | null;
  /** When the file was uploaded, which was before any of its rows was stored. */
  readonly createdAt: string;
}

/** Creates and updates contacts. A file of mixed contacts is read twice: companies come first, so that people find them. */
export function contactImporter(
  settings: ContactImport,
  { isDry }: { isDry: boolean },
): RowImporter<ParsedRow, ContactReport> {
  const columns = mappedColumns(settings.mapping, contactFields);
  const seen: ContactKeys | null = isDry ? new SeenKeys() : null;
  const isLarge = settings.rowCount === null || settings.rowCount > mostRowsIndexedOneByOne;
  return {
    passes:
      settings.type === "auto"
        ? [({ type }) => type === "company", ({ type }) => type === "person"]
        : [() => true],
    parse: (row) => parseRow(row, columns, settings),
    store: (tx, rows) => storeRows(tx, rows, { settings, seen, areIndexedLater: isLarge || isDry }),
    companiesCreated: (reports) =>
      reports.filter(({ createdCompany: name }) => name !== null && !seen?.has("company", foldName(name)))
        .length,
    finish: async (tx) => {
      if (isLarge && !isDry) await queueIndexing(tx, settings.createdAt);
    },
    remember(reports) {
      if (seen) rememberStored(seen, reports);
    },
  };
}

/** Remembers what a batch of a dry run would have left behind. */
function rememberStored(seen: ContactKeys, reports: readonly ContactReport[]): void {
  for (const { contact, createdCompany } of reports) {
    if (createdCompany !== null) seen.add("company", foldName(createdCompany));
    if (contact === null) continue;
    // A drawn number goes back to its series, and means another contact in the next batch.
    if (contact.noSeries === null) seen.add("no", contact.no);
    const email = searchEmailOf(contact.email);
    if (email !== null) seen.add("email", `${contact.type} ${email}`);
    if (contact.type === "company") seen.add("company", foldName(contact.name));
  }
}
