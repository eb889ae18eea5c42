import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { LookupOption, LookupSource } from "./lookup.ts";

const noOptions: readonly LookupOption[] = [];

/** Searches a source while one types; the former answer stays until the next one is there. */
export function useLookup(source: LookupSource, words: string, isEnabled: boolean) {
  const [asked] = useDebouncedValue(words.trim(), 150);
  const answer = useQuery({
    queryKey: [...source.key, asked],
    queryFn: ({ signal }) => source.search(asked, signal),
    enabled: isEnabled,
    staleTime: 30_000,
    placeholderData: keepPreviousData,
  });
  return {
    options: answer.data ?? noOptions,
    /** The options still belong to other words. */
    isSearching: answer.isFetching || asked !== words.trim(),
    error: answer.error,
  };
}
