import type { Readable } from "node:stream";
import { csvHabits } from "#imports/index.ts";
import { evaluations } from "#interactions/lifecycle.rules.ts";
import type { Language } from "#platform/context.ts";
import {
  type CellRow,
  type CellValue,
  type ColumnDefinition,
  writeCsv,
  writeXlsx,
} from "#platform/files/index.ts";
import type { Translator } from "#platform/i18n/translate.ts";
import type { InteractionFigures, InteractionStatistics, StatisticsRow } from "./statistics.contract.ts";

/** The figures of a row, each under the key of its caption. */
const figureColumns: readonly { readonly caption: string; cell(figures: InteractionFigures): CellValue }[] = [
  { caption: "noOfInteractions", cell: (figures) => figures.noOfInteractions },
  { caption: "cost", cell: (figures) => figures.cost },
  { caption: "durationMin", cell: (figures) => figures.durationMin },
  { caption: "averageCost", cell: (figures) => figures.averageCost },
  { caption: "averageDurationMin", cell: (figures) => figures.averageDurationMin },
  { caption: "noOfFailedAttempts", cell: (figures) => figures.noOfFailedAttempts },
  ...evaluations.map((value) => ({
    caption: value,
    cell: (figures: InteractionFigures) => figures.evaluations[value],
  })),
  { caption: "targetContactsContacted", cell: (figures) => figures.targetContactsContacted },
  { caption: "contactsResponded", cell: (figures) => figures.contactsResponded },
];

/** The statistics as a sheet: a line per row, those of the compared period in columns at its end, totals at the bottom. */
export function writeStatistics(
  statistics: InteractionStatistics,
  format: "csv" | "xlsx",
  translate: Translator,
  language: Language,
): Readable {
  const word = (key: string) => translate(language, `statistics.${key}`);
  const isCompared = statistics.comparedPeriod !== null;
  const columns: ColumnDefinition[] = [
    { header: word(`by.${statistics.by}`), type: "text" },
    { header: word("columns.name"), type: "text" },
    ...figureColumns.map(({ caption }) => numbers(word(`columns.${caption}`))),
    ...(isCompared
      ? figureColumns.map(({ caption }) =>
          numbers(`${word(`columns.${caption}`)} (${word("file.compared")})`),
        )
      : []),
  ];
  const { totals, rows, by } = statistics;
  const lines: CellRow[] = [
    ...rows.map((row) => [captionOfRow(row, by, word), row.name, ...cellsOf(row)]),
    [word("file.total"), null, ...cellsOf(totals)],
  ];
  if (format === "xlsx") return writeXlsx(columns, lines, { sheetName: word("file.name") });
  return writeCsv(columns, lines, { byteOrderMark: true, ...csvHabits[language] });
}

function numbers(header: string): ColumnDefinition {
  return { header, type: "number" };
}

function captionOfRow(
  { key }: StatisticsRow,
  by: InteractionStatistics["by"],
  word: (key: string) => string,
): string {
  if (key === null) return word("file.none");
  return by === "evaluation" ? word(`columns.${key}`) : key;
}

function cellsOf(row: InteractionFigures & { readonly compared: InteractionFigures | null }): CellValue[] {
  const { compared } = row;
  return [
    ...figureColumns.map(({ cell }) => cell(row)),
    ...(compared ? figureColumns.map(({ cell }) => cell(compared)) : []),
  ];
}
