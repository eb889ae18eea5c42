import type { Readable } from "node:stream";
import type { Context } from "#app/database.ts";
import type { Language } from "#platform/context.ts";
import {
  type CellRow,
  type CsvDelimiter,
  type FileFormat,
  type VCard,
  writeCsv,
  writeVCards,
  writeXlsx,
} from "#platform/files/index.ts";
import { type CardSources, delimiters, type ExportOptions, type ListExport } from "./define-export.ts";
import { cellOf, type ExportColumn } from "./export-columns.ts";

/** What a spreadsheet expects in a language. */
export const csvHabits: Readonly<Record<Language, { delimiter: CsvDelimiter; decimalSeparator: "." | "," }>> =
  {
    en: { delimiter: ",", decimalSeparator: "." },
    fi: { delimiter: ";", decimalSeparator: "," },
  };

type WriteOptions = { readonly [Name in keyof ExportOptions]: ExportOptions[Name] | undefined } & {
  readonly format: FileFormat;
  /** Absolute: `RAPPORT_DATA`. */
  readonly dataFolder: string;
};

/** Writes the items of a list in the wanted format while they arrive. */
export function writeItems(
  items: AsyncIterable<object>,
  list: ListExport,
  options: WriteOptions,
  ctx: Context,
  captionOfColumn: (name: string) => string,
): Readable {
  if (options.format === "vcard" && list.toCard)
    return writeVCards(cards(items, list.toCard, { ctx, dataFolder: options.dataFolder }));
  const columns = chosenColumns(list, options.columns);
  const isForPeople = isReadByPeople(list, options);
  const headed = columns.map(({ name, type }) => ({
    header: isForPeople ? captionOfColumn(name) : name,
    type,
  }));
  const rows = cellRows(items, columns, isForPeople || options.format === "xlsx" ? ctx : null);
  if (options.format === "xlsx") return writeXlsx(headed, rows, { sheetName: list.resource });
  const { delimiter, decimalSeparator } = csvHabits[ctx.language];
  return writeCsv(headed, rows, {
    byteOrderMark: isForPeople,
    delimiter: options.delimiter ? delimiters[options.delimiter] : delimiter,
    decimalSeparator,
  });
}

/** Captions unless names are asked for; a list that is made to come back has names unless a selection is taken. */
function isReadByPeople(list: ListExport, { headers, columns = "all" }: WriteOptions): boolean {
  if (headers) return headers === "captions";
  return !(list.isForPrograms && columns === "all");
}

function chosenColumns(list: ListExport, set: string | undefined): readonly ExportColumn[] {
  const names = set === undefined ? undefined : list.columnSets[set];
  if (!names) return list.columns;
  return names.map((name) => list.columns.find((column) => column.name === name)!);
}

async function* cellRows(
  items: AsyncIterable<object>,
  columns: readonly ExportColumn[],
  clock: { readonly timeZone: string } | null,
): AsyncGenerator<CellRow> {
  for await (const item of items) {
    yield columns.map((column) => cellOf(column, item as Record<string, unknown>, clock));
  }
}

/** One after the other: of all pictures there is one in memory. */
async function* cards(
  items: AsyncIterable<object>,
  toCard: NonNullable<ListExport["toCard"]>,
  sources: CardSources,
): AsyncGenerator<VCard> {
  for await (const item of items) yield await toCard(item, sources);
}
