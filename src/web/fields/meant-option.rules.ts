import type { LookupOption } from "./lookup.ts";

/**
 * What is meant by words that were typed and left without choosing: the record of that code or name, else the only one
 * that was found. `null` when several may be meant; with `onlyExact` also where the only one is called otherwise.
 */
export function meantOption(
  words: string,
  options: readonly LookupOption[],
  { onlyExact }: { readonly onlyExact: boolean },
): LookupOption | null {
  const typed = folded(words);
  if (typed === "") return null;
  const byCode = options.find(({ value }) => folded(value) === typed);
  if (byCode) return byCode;
  const byName = options.filter(({ label }) => folded(label) === typed);
  if (byName.length > 0) return only(byName);
  return onlyExact ? null : only(options);
}

function only(options: readonly LookupOption[]): LookupOption | null {
  return options.length === 1 ? options[0]! : null;
}

function folded(text: string): string {
  return text.trim().toLocaleLowerCase();
}
