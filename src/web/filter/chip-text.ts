import type { Translate } from "../i18n.ts";
import { readValues, type SearchValues } from "../url-state.ts";
import type { Format } from "../use-format.ts";
import { type Filter, rangeOf } from "./filters.ts";

/**
 * A set filter in words, such as "Date: 1.1.2026 – 31.1.2026" or "Type: Company and 1 more"; `labelOf` names the
 * codes of records.
 */
export function chipText(
  filter: Filter,
  search: SearchValues,
  t: Translate,
  format: Pick<Format, "date" | "number">,
  labelOf: (value: string) => string,
): string {
  const name = t(filter.labelKey);
  if (filter.kind === "dateRange" || filter.kind === "numberRange") {
    const show = (end: string) =>
      filter.kind === "dateRange" ? format.date(end) : format.number(Number(end));
    const { from, to } = rangeOf(filter, search);
    if (from !== null && to !== null) {
      if (from === to) return t("web.filter.is", { name, value: show(from) });
      return t("web.filter.between", { name, from: show(from), to: show(to) });
    }
    if (from !== null) return t("web.filter.from", { name, from: show(from) });
    if (to !== null) return t("web.filter.until", { name, to: show(to) });
    return name;
  }
  const values = filter.kind === "text" ? [search[filter.key] ?? ""] : readValues(search[filter.key]);
  const [first, ...others] = values.map((value) => valueText(filter, value, t, labelOf));
  if (first === undefined || first === "") return name;
  if (others.length === 0) return t("web.filter.is", { name, value: first });
  if (others.length === 1) return t("web.filter.is", { name, value: `${first}, ${others[0]}` });
  return t("web.filter.severalValues", { name, first, count: others.length });
}

function valueText(filter: Filter, value: string, t: Translate, labelOf: (value: string) => string): string {
  if (filter.kind === "flag") return t(value === "true" ? "web.filter.yes" : "web.filter.no");
  if (filter.kind === "code") return labelOf(value);
  if (filter.kind !== "enum") return value;
  const choice = filter.choices.find((candidate) => candidate.value === value);
  return choice ? t(choice.labelKey) : value;
}
