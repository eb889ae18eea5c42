/**
 * The address line as state. Search parameters are plain texts with the names the API uses, so that a list's
 * address reads like its request: `/contacts?type=company&salespersonCode=AH,JK&sort=-name`. Pure.
 */

export type SearchValues = Readonly<Record<string, string | undefined>>;

/** Reads a search string: every value is a text, nothing is guessed to be a number. */
export function parseSearch(search: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(search));
}

/** Writes search parameters; blanks are left out, commas and slashes stay readable. */
export function stringifySearch(values: Record<string, unknown>): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(values)) {
    if (value === undefined || value === null || value === "") continue;
    search.set(key, String(value));
  }
  const text = search.toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
  return text === "" ? "" : `?${text}`;
}

/** Several values by commas; blanks are dropped. */
export function readValues(text: string | undefined): string[] {
  return (text ?? "")
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

export function writeValues(values: readonly string[]): string | undefined {
  return values.length === 0 ? undefined : values.join(",");
}

export interface Sort {
  readonly key: string;
  readonly isDescending: boolean;
}

/** `-date` → by date, descending. */
export function readSort(text: string | undefined): Sort | null {
  if (!text || text === "-") return null;
  return text.startsWith("-")
    ? { key: text.slice(1), isDescending: true }
    : { key: text, isDescending: false };
}

/** The next order when a column's heading is chosen: ascending, descending, the list's own again. */
export function nextSort(current: string | undefined, key: string): string | undefined {
  const sort = readSort(current);
  if (sort?.key !== key) return key;
  return sort.isDescending ? undefined : `-${key}`;
}

/** Only those of the parameters that the list's request knows; the rest belongs to the page. */
export function pickKnown(search: SearchValues, known: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    known.flatMap((key) => {
      const value = search[key];
      return value === undefined || value === "" ? [] : [[key, value] as const];
    }),
  );
}
