import { existsSync } from "node:fs";
import { Conflict } from "#platform/errors.ts";
import { type OpenedTable, openTable } from "#platform/files/index.ts";
import { importFile } from "./import-files.ts";
import type { ImportRow } from "./imports.queries.ts";
import type { RowImporter } from "./row-importer.ts";
import type { RowReport } from "./row-reports.ts";

/** Opens the file of an import, whose size was checked when it came; 409 `import_file_gone` when it is not there. */
export function openImport(dataFolder: string, { id, fileName, sheetName }: ImportRow): Promise<OpenedTable> {
  const path = importFile(dataFolder, id);
  if (!existsSync(path)) throw new Conflict("import_file_gone");
  return openTable(path, {
    fileName,
    maxBytes: Number.MAX_SAFE_INTEGER,
    ...(sheetName !== null && { sheetName }),
  });
}

/** Rows of a pass, so many at a time. */
export interface Batch<Row> {
  readonly rows: Row[];
  /** Rows of the file up to the end of the batch, those of the other pass included. */
  readonly rowsRead: number;
}

const batchSize = 1_000;
/** Pictures of rows that wait together; another such batch is being read meanwhile. */
const batchBytes = 16_000_000;
/** Rows of the other pass are passed over quickly; now and then the mark is moved all the same. */
const largestStride = 20_000;

/** The rows of a pass behind the first `rowsDone` rows of the file. */
export async function* readBatches<Row>(
  table: OpenedTable,
  { parse, weigh }: Pick<RowImporter<Row, RowReport>, "parse" | "weigh">,
  takes: (row: Row) => boolean,
  rowsDone: number,
): AsyncGenerator<Batch<Row>> {
  let rows: Row[] = [];
  let rowsRead = 0;
  let bytes = 0;
  let begin = rowsDone;
  for await (const row of table.rows()) {
    rowsRead++;
    if (rowsRead <= rowsDone) continue;
    const parsed = parse(row);
    if (takes(parsed)) {
      rows.push(parsed);
      bytes += weigh?.(parsed) ?? 0;
    }
    if (rows.length < batchSize && bytes < batchBytes && rowsRead - begin < largestStride) continue;
    yield { rows, rowsRead };
    rows = [];
    bytes = 0;
    begin = rowsRead;
  }
  if (rowsRead > begin) yield { rows, rowsRead };
}

/** Has the next item made while the last one is still being worked on: reading and storing overlap. */
export async function* ahead<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    let next = items.next();
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = items.next();
      // An error that comes early waits for its turn.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await items.return(undefined);
  }
}
