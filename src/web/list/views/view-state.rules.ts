/** Which saved view a list shows, and what of it was changed since. Pure. */

import { pickKnown, type SearchValues } from "../../url-state.ts";

/** The parameter of the address line that names the view. */
export const viewParameter = "view";

/** Its value for the list as it is, whatever view it opens with. */
export const noView = "all";

/** What a view holds. */
export interface ViewContent {
  readonly query: Readonly<Record<string, string>>;
  /** Keys of the columns shown; `null` = as the list shows them. */
  readonly columns: readonly string[] | null;
}

/** The change of the address line that shows a view, or the list as it is. */
export function searchOf(
  view: (ViewContent & { readonly id: number }) | null,
  known: readonly string[],
): Record<string, string | undefined> {
  const without = Object.fromEntries(known.map((name) => [name, undefined]));
  return { ...without, ...view?.query, [viewParameter]: view === null ? noView : String(view.id) };
}

/** Whether the address line says nothing of what is to be shown: only then a list opens with its view. */
export function saysNothing(search: SearchValues, known: readonly string[]): boolean {
  return (search[viewParameter] ?? "") === "" && Object.keys(pickKnown(search, known)).length === 0;
}

/** Whether what is shown differs from the view. */
export function isModified(view: ViewContent, shown: ViewContent): boolean {
  return !isSameQuery(view.query, shown.query) || !isSameSet(view.columns, shown.columns);
}

function isSameQuery(one: ViewContent["query"], other: ViewContent["query"]): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => one[name] === other[name]);
}

function isSameSet(one: readonly string[] | null, other: readonly string[] | null): boolean {
  if (one === null || other === null) return one === other;
  return one.length === other.length && one.every((key) => other.includes(key));
}

/** The columns to save: `null` where they are the list's own, so that new ones show by themselves. */
export function columnsToSave(
  columns: readonly { readonly key: string; readonly startsHidden?: boolean }[],
  shown: readonly { readonly key: string }[],
): readonly string[] | null {
  const declared = columns.filter(({ startsHidden }) => !startsHidden).map(({ key }) => key);
  const keys = shown.map(({ key }) => key);
  return isSameSet(declared, keys) ? null : keys;
}

/** The columns of a view that the list still has; `null` where none were saved. */
export function columnsOfView(
  { columns: saved }: ViewContent,
  columns: readonly { readonly key: string; readonly startsHidden?: boolean }[],
): readonly string[] | null {
  if (saved === null) return null;
  return columnsToSave(
    columns,
    columns.filter(({ key }) => saved.includes(key)),
  );
}
