import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type LookupOption, type LookupSource, lookupLimit } from "./lookup.ts";

/** How long (ms) names count as fresh: they change rarely, and a change made here asks for them again at once. */
const settledMs = 10 * 60_000;

const unknown: readonly LookupOption[] = [];

/**
 * The names behind codes, asked for once and kept. Answers what says the name of a value; the value itself until the
 * name is there, and for good where there is none. Without a source or values nothing is asked.
 */
export function useLabels(source: LookupSource | null, values: readonly string[]): (value: string) => string {
  const asked = values.slice(0, lookupLimit);
  const { data = unknown } = useQuery({
    queryKey: [...(source?.key ?? []), "labels", ...asked],
    queryFn: ({ signal }) => source?.find(asked, signal) ?? unknown,
    enabled: source !== null && asked.length > 0,
    staleTime: settledMs,
    placeholderData: keepPreviousData,
  });
  return (value) => data.find((option) => option.value === value)?.label ?? value;
}

/** The name behind one code; `null` while it is not known. */
export function useLabel(source: LookupSource, value: string | null, isEnabled = true): string | null {
  const labelOf = useLabels(isEnabled ? source : null, value === null ? [] : [value]);
  const label = value === null ? null : labelOf(value);
  return label === value ? null : label;
}
