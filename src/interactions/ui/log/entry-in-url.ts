import { useRouter, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type SearchValues, stringifySearch } from "#web/url-state.ts";
import { entryParameter } from "../addresses.ts";

/** Which entry is open at the side; it is in the address line, so that it can be mailed and Back closes it. */
export function useEntryInUrl() {
  const router = useRouter();
  const search = useSearch({ strict: false }) as SearchValues;
  const entryNo = Number(search[entryParameter]);
  const others = useMemo(() => {
    const { [entryParameter]: _, ...rest } = search;
    return rest;
  }, [search]);

  return {
    entryNo: Number.isInteger(entryNo) && entryNo > 0 ? entryNo : null,
    /** The address of this page with the entry opened. */
    hrefOf: useCallback(
      (no: number) =>
        `${router.state.location.pathname}${stringifySearch({ ...others, [entryParameter]: String(no) })}`,
      [router, others],
    ),
    close: useCallback(() => {
      void router.navigate({ href: `${router.state.location.pathname}${stringifySearch(others)}` });
    }, [router, others]),
  };
}
