import {
  type FileFormat,
  type OpenedTable,
  openTable,
  previewTable,
  type TableRow,
} from "#platform/files/index.ts";
import { excerptOf } from "./cell-texts.rules.ts";
import { suggestCardFields, suggestContactFields } from "./contacts/contact-columns.rules.ts";
import { type ImportColumn, type ImportKind, maximumColumns } from "./import-settings.rules.ts";
import { suggestInteractionFields } from "./interactions/interaction-columns.rules.ts";

/** What can be told of a file by its first rows. */
export interface FileDescription {
  readonly format: FileFormat;
  readonly columns: readonly ImportColumn[];
  /** Values of the first rows by column: more than are shown. */
  readonly samples: readonly (readonly string[])[];
  /** Exact for a small file; a guess for a longer CSV, `null` for other formats. */
  readonly rowCount: number | null;
}

const sampledRows = 200;
const samplesShown = 5;

/** Opens the file and describes it; throws what is wrong with the file as a whole. */
export async function describeFile(
  path: string,
  fileBytes: number,
  options: { kind: ImportKind; fileName: string; contentType?: string; sheetName?: string },
): Promise<FileDescription> {
  await using table = await openTable(path, { ...options, maxBytes: Number.MAX_SAFE_INTEGER });
  const { rows } = await previewTable(table, sampledRows);
  const columns = table.header.slice(0, maximumColumns).map((header, index) => ({
    index,
    header: excerptOf(header),
    samples: samplesOf(rows, index),
  }));
  const suggest =
    options.kind === "interactions"
      ? suggestInteractionFields
      : table.format === "vcard"
        ? suggestCardFields
        : suggestContactFields;
  const fields = suggest(columns);
  return {
    format: table.format,
    columns: columns.map(({ samples, ...column }, at) => ({
      ...column,
      samples: samples.slice(0, samplesShown),
      suggestedField: fields[at] ?? null,
    })),
    samples: columns.map(({ samples }) => samples),
    rowCount: rows.length < sampledRows ? rows.length : estimate(table, rows, fileBytes),
  };
}

/** Different values, in the order in which they come. */
function samplesOf(rows: readonly TableRow[], column: number): string[] {
  return [...new Set(rows.flatMap(({ cells }) => excerptOf(cells[column]?.trim()) ?? []))];
}

function estimate(table: OpenedTable, rows: readonly TableRow[], fileBytes: number): number | null {
  if (table.format !== "csv") return null;
  const delimiters = table.header.length;
  const bytes = rows.reduce((sum, { cells }) => sum + Buffer.byteLength(cells.join("")) + delimiters, 0);
  return Math.round(fileBytes / (bytes / rows.length));
}
