import { useMemo } from "react";
import { logColumns, logFilters } from "#interactions/ui/log/log-columns.tsx";
import type { Comparison, Period } from "#statistics/periods.rules.ts";
import type { Breakdown } from "#statistics/statistics.contract.ts";
import { type Filter, parametersOf } from "#web/filter/filters.ts";
import { useListSearch } from "#web/list/use-list-search.ts";
import { pickKnown, type SearchValues } from "#web/url-state.ts";
import { useFormat } from "#web/use-format.ts";
import { chosenBreakdown, chosenComparison, daysOfPeriod, type Scope } from "./question.rules.ts";

/** Dates stand in the period; what is canceled counts nowhere. */
const notHere = new Set(["date", "canceled"]);

/** The filters of the log, as far as they narrow statistics. */
export const filters: readonly Filter[] = [
  ...logColumns.flatMap(({ filter }) => (filter ? [filter] : [])),
  ...logFilters,
].filter(({ key }) => !notHere.has(key));

/** What is asked: the state of the page, which is the address line. */
export interface Question {
  readonly by: Breakdown;
  readonly period: Partial<Period>;
  readonly compareWith: Comparison | null;
  /** Parameters of the request. */
  readonly query: Readonly<Record<string, string>> & { readonly by: Breakdown };
  /** Filters of the log with the entries of all figures. */
  readonly scope: Scope;
  readonly search: SearchValues;
  readonly change: (values: Record<string, string | undefined>) => void;
}

export function useQuestion(): Question {
  const { search, change } = useListSearch();
  const today = useFormat().today();
  return useMemo(() => {
    const by = chosenBreakdown(search);
    const period = daysOfPeriod(search, today);
    const compareWith = chosenComparison(search, period);
    const narrowing = pickKnown(search, ["search", ...filters.flatMap(parametersOf)]);
    return {
      by,
      period,
      compareWith,
      query: { by, ...period, ...(compareWith === null ? {} : { compareWith }), ...narrowing },
      scope: { ...narrowing, ...period, canceled: "false" },
      search,
      change,
    };
  }, [search, change, today]);
}
