import type { Breakdown, StatisticsRow } from "#statistics/statistics.contract.ts";
import type { Translate } from "#web/i18n.ts";
import type { Format } from "#web/use-format.ts";

type Named = Pick<StatisticsRow, "key" | "name" | "dateFrom" | "dateTo">;

/** What a row is called. */
export function labelOfRow(by: Breakdown, row: Named, t: Translate, format: Format): string {
  const { key, name, dateFrom, dateTo } = row;
  if (key === null) return t("statistics.page.none");
  switch (by) {
    case "evaluation":
      return t(`statistics.columns.${key as "positive"}`);
    case "day":
      return format.date(key, "weekday");
    case "week":
      return format.dateRange(dateFrom ?? key, dateTo ?? key);
    case "month":
      return format.date(key, "month");
    case "year":
      return key.slice(0, 4);
    default:
      return name ?? key;
  }
}

/** The same, as short as it has to be under a bar. */
export function shortLabelOfRow(by: Breakdown, row: Named, t: Translate, format: Format): string {
  const { key, dateFrom } = row;
  if (key === null) return labelOfRow(by, row, t, format);
  if (by === "day" || by === "week") return format.date(dateFrom ?? key, "dayOfYear");
  if (by === "month") return `${Number(key.slice(5, 7))}/${key.slice(0, 4)}`;
  return by === "evaluation" || by === "year" ? labelOfRow(by, row, t, format) : key;
}
