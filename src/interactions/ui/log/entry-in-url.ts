import { useRouter, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type SearchValues, stringifySearch } from "#web/url-state.ts";

/** The parameter of the address line that names the entry opened at the side. */
const parameter = "entry";

/** Which entry is open at the side; it is in the address line, so that it can be mailed and Back closes it. */
export function useEntryInUrl() {
  const router = useRouter();
  const search = useSearch({ strict: false }) as SearchValues;
  const entryNo = Number(search[parameter]);
  const others = useMemo(() => {
    const { [parameter]: _, ...rest } = search;
    return rest;
  }, [search]);

  return {
    entryNo: Number.isInteger(entryNo) && entryNo > 0 ? entryNo : null,
    /** The address of this page with the entry opened. */
    hrefOf: useCallback(
      (no: number) =>
        `${router.state.location.pathname}${stringifySearch({ ...others, [parameter]: String(no) })}`,
      [router, others],
    ),
    close: useCallback(() => {
      void router.navigate({ href: `${router.state.location.pathname}${stringifySearch(others)}` });
    }, [router, others]),
  };
}
