import { useRouter, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { SearchValues } from "../url-state.ts";

/** The address line's parameters as texts, for `validateSearch` of list routes. */
export function plainSearch(raw: Record<string, unknown>): SearchValues {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([key, value]) =>
      typeof value === "string" && value !== "" ? [[key, value]] : [],
    ),
  );
}

/** Changes some parameters of the address line; `replaces`: Back does not lead to what was there before. */
export type ChangeSearch = (
  values: Record<string, string | undefined>,
  options?: { readonly replaces?: boolean },
) => void;

/** The address line as state of a list: its parameters and a function that changes some of them. */
export function useListSearch(): { search: SearchValues; change: ChangeSearch } {
  const search = useSearch({ strict: false }) as SearchValues;
  const router = useRouter();
  const change = useCallback<ChangeSearch>(
    (values, { replaces = false } = {}) => {
      const { pathname, search: current } = router.state.location;
      const next = { ...(current as SearchValues), ...values };
      // Words are typed letter by letter: going back must not take them away one by one.
      const isTyping = Object.keys(values).every((name) => name === "search");
      void router.navigate({
        href: `${pathname}${router.options.stringifySearch?.(next) ?? ""}`,
        replace: replaces || isTyping,
      });
    },
    [router],
  );
  return { search, change };
}
