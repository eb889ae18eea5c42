import type { Context } from "#app/database.ts";
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
import { readRowPhoto } from "./row-photo.ts";
import { announcePhotos, storePhotos, warnOfPhotos } from "./store-photos.commands.ts";
import { storeRows } from "./store-rows.commands.ts";

/** Of larger files duplicates are looked for at the end, all at once. */
const mostRowsIndexedOneByOne = 1_000;

interface ContactImport extends ContactSettings {
  /** As far as it is known. */
  readonly rowCount: number | null;
  /** When the file was uploaded, which was before any of its rows was stored. */
  readonly createdAt: string;
}

/**
 * Creates and updates contacts. A file of mixed contacts is read twice: companies come first, so that people find them.
 *
 * @param dataFolder where files are; `null` where only a look is taken and no picture is stored
 */
export function contactImporter(
  ctx: Context,
  settings: ContactImport,
  { isDry, dataFolder }: { isDry: boolean; dataFolder: string | null },
): RowImporter<ParsedRow, ContactReport> {
  const columns = mappedColumns(settings.mapping, contactFields);
  const seen: ContactKeys | null = isDry ? new SeenKeys() : null;
  const isLarge = settings.rowCount === null || settings.rowCount > mostRowsIndexedOneByOne;
  return {
    passes:
      settings.type === "auto"
        ? [({ type }) => type === "company", ({ type }) => type === "person"]
        : [() => true],
    parse: (row) => parseRow(row, readRowPhoto(row.photo), columns, settings),
    weigh: ({ photo }) => photo.bytes?.length ?? 0,
    async store(tx, rows) {
      const isStored = !isDry && dataFolder !== null;
      if (isStored) await announcePhotos(ctx, rows);
      const reports = await storeRows(tx, rows, { settings, seen, areIndexedLater: isLarge || isDry });
      return isStored ? storePhotos(tx, dataFolder, rows, reports) : warnOfPhotos(rows, reports);
    },
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
