import type { Readable } from "node:stream";
import type { Context } from "#app/database.ts";
import { type CellRow, writeCsv, writeXlsx } from "#platform/files/index.ts";
import type { Translator } from "#platform/i18n/translate.ts";
import { captionOf } from "./exports/captions.ts";
import { csvHabits } from "./exports/write-items.ts";
import type { ImportRowProblem } from "./imports.contract.ts";
import { getVisibleImport } from "./imports.queries.ts";
import { listImportProblems } from "./problems.queries.ts";

const columns = [
  { name: "rowNumber", type: "number" },
  { name: "isWarning", type: "boolean" },
  { name: "field", type: "text" },
  { name: "message", type: "text" },
  { name: "excerpt", type: "text" },
] as const;

/** What is wrong with the rows of a file as a file, in the caller's language. */
export async function openProblems(
  ctx: Context,
  importId: string,
  format: "csv" | "xlsx",
  translate: Translator,
): Promise<Readable> {
  await getVisibleImport(ctx, importId);
  const caption = (name: string) => captionOf(translate, ctx.language, name);
  const headed = columns.map(({ name, type }) => ({ header: caption(name), type }));
  const rows = problemRows(ctx, importId, translate, caption);
  if (format === "xlsx") return writeXlsx(headed, rows);
  return writeCsv(headed, rows, { byteOrderMark: true, ...csvHabits[ctx.language] });
}

const rowsPerPage = 1_000;

async function* problemRows(
  ctx: Context,
  importId: string,
  translate: Translator,
  caption: (name: string) => string,
): AsyncGenerator<CellRow> {
  let cursor: string | undefined;
  do {
    const page = await listImportProblems(ctx, importId, { limit: rowsPerPage, cursor }, translate);
    for (const problem of page.items) yield cellsOf(problem, caption);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}

function cellsOf(
  { rowNumber, isWarning, field, message, excerpt }: ImportRowProblem,
  caption: (name: string) => string,
) {
  return [rowNumber, isWarning, field && caption(field), message, excerpt];
}
