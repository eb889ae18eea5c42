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

/** The address line as state of a list: its parameters and a function that changes some of them. */
export function useListSearch(): {
  search: SearchValues;
  change: (values: Record<string, string | undefined>) => void;
} {
  const search = useSearch({ strict: false }) as SearchValues;
  const router = useRouter();
  const change = useCallback(
    (values: Record<string, string | undefined>) => {
      const { pathname, search: current } = router.state.location;
      const next = { ...(current as SearchValues), ...values };
      // Words are typed letter by letter: going back must not take them away one by one.
      const isTyping = Object.keys(values).every((name) => name === "search");
      void router.navigate({
        href: `${pathname}${router.options.stringifySearch?.(next) ?? ""}`,
        replace: isTyping,
      });
    },
    [router],
  );
  return { search, change };
}
