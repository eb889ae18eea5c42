/** Entries with the headings of their days or months between them. Pure. */
export type TimelineLine<Row> =
  | { readonly kind: "heading"; readonly period: string }
  | { readonly kind: "entry"; readonly row: Row; readonly isLastOfPeriod: boolean };

/**
 * Puts a heading before the first entry of every day (`YYYY-MM-DD`) or month (`YYYY-MM`).
 * @param rows in the order they are shown
 */
export function timelineLines<Row>(
  rows: readonly Row[],
  dayOf: (row: Row) => string,
  groupBy: "day" | "month",
): TimelineLine<Row>[] {
  const periodOf = (row: Row) => dayOf(row).slice(0, groupBy === "day" ? 10 : 7);
  return rows.flatMap((row, index) => {
    const period = periodOf(row);
    const former = rows[index - 1];
    const next = rows[index + 1];
    const entry = {
      kind: "entry",
      row,
      isLastOfPeriod: next === undefined || periodOf(next) !== period,
    } as const;
    const isFirst = former === undefined || periodOf(former) !== period;
    return isFirst ? [{ kind: "heading", period } as const, entry] : [entry];
  });
}
