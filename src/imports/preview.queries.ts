import type { Context } from "#app/database.ts";
import type { Contact } from "#contacts/contacts.contract.ts";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import { previewTable, type TableRow } from "#platform/files/index.ts";
import type { Translator } from "#platform/i18n/translate.ts";
import { contactImporter } from "./contacts/contact-importer.ts";
import type { ContactReport } from "./contacts/contact-reports.ts";
import type { ImportPreview } from "./imports.contract.ts";
import { getVisibleImport } from "./imports.queries.ts";
import { interactionImporter } from "./interactions/interaction-importer.ts";
import type { InteractionReport } from "./interactions/interaction-reports.ts";
import { presentProblem } from "./problems.queries.ts";
import { openImport } from "./read-file.ts";
import type { RowImporter } from "./row-importer.ts";
import type { RowReport } from "./row-reports.ts";
import { rolledBack } from "./transactions.ts";

type PreviewRow = ImportPreview["rows"][number];

/** The first rows as they would be stored: they are, and it is undone. */
export async function previewImport(
  ctx: Context,
  dataFolder: string,
  id: string,
  translate: Translator,
): Promise<ImportPreview> {
  const settings = await getVisibleImport(ctx, id);
  await using table = await openImport(dataFolder, settings);
  const { rows } = await previewTable(table);
  const once = { isDry: false };
  const previewed =
    settings.kind === "contacts"
      ? (await tryOut(ctx, contactImporter(ctx, settings, { ...once, dataFolder: null }), rows)).map(
          ofContact,
        )
      : (await tryOut(ctx, interactionImporter(ctx, settings, once), rows)).map(ofInteraction);
  return {
    rows: previewed.map(({ issues, ...row }) => ({
      ...row,
      problems: issues.map((issue) =>
        presentProblem({ rowNumber: row.rowNumber, ...issue }, ctx.language, translate),
      ),
    })),
  };
}

function tryOut<Row, Report extends RowReport>(
  ctx: Context,
  importer: RowImporter<Row, Report>,
  rows: readonly TableRow[],
): Promise<readonly Report[]> {
  return rolledBack(ctx, (tx) => importer.store(tx, rows.map(importer.parse)));
}

type Previewed = Omit<PreviewRow, "problems"> & Pick<RowReport, "issues">;

function ofContact({ contact, createdCompany, ...report }: ContactReport): Previewed {
  return {
    ...report,
    createsCompany: createdCompany,
    contact: contact && withoutDrawnNumbers(contact, report.action, createdCompany),
    entry: null,
  };
}

/** Numbers that were drawn only for the look are other ones in earnest. */
function withoutDrawnNumbers(contact: Contact, action: RowReport["action"], createdCompany: string | null) {
  const isDrawn = action === "created" && contact.noSeries !== null;
  const isCompany = contact.type === "company";
  return {
    ...contact,
    no: isDrawn ? null : contact.no,
    companyNo: createdCompany !== null || (isDrawn && isCompany) ? null : contact.companyNo,
  };
}

function ofInteraction({ entry, ...report }: InteractionReport): Previewed {
  return { ...report, createsCompany: null, contact: null, entry: entry && withoutMoments(entry) };
}

/** Number and moments are those of the look. */
function withoutMoments(entry: LogEntry) {
  return { ...entry, entryNo: null, recordedAt: null, lastModifiedAt: null };
}
