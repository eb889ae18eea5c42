import { useEffect } from "react";
import type { Endpoint } from "#platform/http/endpoint.ts";
import { listSavedViews, type SavedView } from "#views/views.contract.ts";
import { useEndpoint } from "../../query.ts";
import { useSetting } from "../../stored-setting.ts";
import type { SearchValues } from "../../url-state.ts";
import type { ChangeSearch } from "../use-list-search.ts";
import { saysNothing, searchOf, viewParameter } from "./view-state.rules.ts";

/** Views change rarely, and a change made here asks for them again at once (ms). */
const freshMs = 5 * 60_000;

/** The saved views of a list. */
export interface Views {
  /** Path of the list without its slash, as the API names it; `null` where views cannot be saved. */
  readonly list: string | null;
  readonly all: readonly SavedView[];
  /** The one that the address line names. */
  readonly current: SavedView | null;
  /** The one that the list opens with. */
  readonly preset: SavedView | null;
  /** False while it is not known yet what the list opens with: it is not asked for before. */
  readonly isReady: boolean;
}

/**
 * The views of a list and the one that is shown. A list whose address says nothing else opens with the reader's own
 * choice; whether there is one is remembered by this browser, so that lists without one need not wait.
 */
export function useViews(of: {
  readonly endpoint: Pick<Endpoint, "path">;
  readonly known: readonly string[];
  readonly search: SearchValues;
  readonly change: ChangeSearch;
}): Views {
  const { endpoint, known, search, change } = of;
  const list = endpoint.path.includes("{") ? null : endpoint.path.slice(1);
  const [opensWithOne, keepOpensWithOne] = useSetting<boolean | null>(`opensWithView.${list}`, null);
  const { data, isError } = useEndpoint(
    listSavedViews,
    { query: { list: list ?? "" } },
    { enabled: list !== null, staleTimeMs: freshMs },
  );
  const all = data?.items ?? none;
  const preset = all.find(({ isDefault }) => isDefault) ?? null;
  const isOpen = list !== null && saysNothing(search, known);
  const isKnown = data !== undefined;

  useEffect(() => {
    if (isKnown) keepOpensWithOne(preset !== null);
  }, [isKnown, preset, keepOpensWithOne]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the view holds goes along with it
  useEffect(() => {
    if (isOpen && preset) change(searchOf(preset, known), { replaces: true });
  }, [isOpen, preset]);

  return {
    list,
    all,
    current: all.find(({ id }) => String(id) === search[viewParameter]) ?? null,
    preset,
    isReady: !isOpen || (isKnown ? preset === null : isError || opensWithOne === false),
  };
}

const none: readonly SavedView[] = [];
