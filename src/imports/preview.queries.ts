import type { Context } from "#app/database.ts";
import type { Contact } from "#contacts/contacts.contract.ts";
import { previewTable } from "#platform/files/index.ts";
import type { Translator } from "#platform/i18n/translate.ts";
import { parseRow } from "./contacts/parse-row.rules.ts";
import { mappedColumns } from "./contacts/read-row.rules.ts";
import { storeRows } from "./contacts/store-rows.commands.ts";
import type { ImportPreview } from "./imports.contract.ts";
import { getVisibleImport } from "./imports.queries.ts";
import { presentProblem } from "./problems.queries.ts";
import { openImport } from "./read-file.ts";
import type { RowReport } from "./row-reports.ts";
import { rolledBack } from "./transactions.ts";

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
  const columns = mappedColumns(settings.mapping);
  const parsed = rows.map((row) => parseRow(row, columns, settings));
  const reports = await rolledBack(ctx, (tx) => storeRows(tx, parsed, { settings, seen: null }));
  return { rows: reports.map((report) => presentReport(report, ctx, translate)) };
}

function presentReport(report: RowReport, ctx: Context, translate: Translator) {
  const { rowNumber, action, contact, createdCompany, issues } = report;
  return {
    rowNumber,
    action,
    createsCompany: createdCompany,
    contact: contact && withoutDrawnNumbers(contact, action, createdCompany),
    problems: issues.map((issue) => presentProblem({ rowNumber, ...issue }, ctx.language, translate)),
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
