import { keepPreviousData, useQueries } from "@tanstack/react-query";
import type { Translate } from "../i18n.ts";
import type { Ui } from "../ui.ts";
import { type PaletteItem, type PaletteSource, useModules } from "../ui-module.ts";

export interface PaletteGroup {
  readonly key: string;
  readonly title: string;
  readonly items: readonly PaletteItem[];
  readonly hasFailed?: boolean;
}

/** The places that matter less than what somebody types: lower case, without accents. */
export function simplified(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** Whether every word that was typed begins a word of the text. */
export function hasWords(text: string, words: string): boolean {
  const parts = simplified(text).split(/[\s\-–,]+/);
  return simplified(words)
    .split(/\s+/)
    .every((word) => parts.some((part) => part.startsWith(word)));
}

/** From so many letters on a search makes sense. */
const leastLetters = 2;

/** Asks every source the user may search; each answers on its own. With nothing typed some know what was last. */
export function useSourceGroups(
  words: string,
  ui: Ui,
  t: Translate,
): { groups: PaletteGroup[]; isSearching: boolean } {
  const sources = useModules()
    .flatMap(({ paletteSources = [] }) => paletteSources)
    .filter((source) => ui.may(source.right));
  const isAsked = ({ hasLatest = false }: PaletteSource) =>
    words === "" ? hasLatest : words.length >= leastLetters;
  const answers = useQueries({
    queries: sources.map((source) => ({
      queryKey: ["palette", source.key, words],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.search(words, { signal, ui }),
      enabled: isAsked(source),
      staleTime: words === "" ? 0 : 30_000,
      retry: false,
      placeholderData: keepPreviousData,
    })),
  });
  const groups = sources.map((source, position) => ({
    key: source.key,
    title: t(source.labelKey),
    items: isAsked(source) ? (answers[position]?.data ?? []) : [],
    hasFailed: answers[position]?.isError ?? false,
  }));
  return { groups, isSearching: answers.some(({ isFetching }) => isFetching) };
}
