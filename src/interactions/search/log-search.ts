import { type RawBuilder, type SqlBool, sql } from "kysely";

/** How many entries are read by their order in the hope to fill a page, before the index of words is asked. */
const entriesReadAhead = 5_000;

/** What somebody typed, composed and without what no text holds; `null` without a letter or digit. */
function readWords(search: string | undefined): string | null {
  const words = (search ?? "").normalize("NFC").replace(/[\p{Cc}\p{Cs}]/gu, " ");
  return /[\p{L}\p{N}]/u.test(words) ? words : null;
}

/** Whether there is anything to look for. */
export function isSearch(search: string | undefined): search is string {
  return readWords(search) !== null;
}

/**
 * Entries `e` whose description, subject and comments hold every word, in any Finnish or English form and whatever its
 * case and accents; the last word may be unfinished. `undefined` without a word.
 */
export function holdsSearch(search: string | undefined): RawBuilder<SqlBool> | undefined {
  const words = readWords(search);
  return words === null ? undefined : sql<SqlBool>`e.search_vector @@ search_query_of(${words})`;
}

/** Whether a text holds every word, read as in the log; `undefined` without a word. For few rows: nothing is kept of the text. */
export function textHoldsSearch(
  text: RawBuilder<unknown>,
  search: string | undefined,
): RawBuilder<SqlBool> | undefined {
  const words = readWords(search);
  return words === null ? undefined : sql<SqlBool>`search_vector_of(${text}) @@ search_query_of(${words})`;
}

/** What a page of the log is selected by. */
export interface SearchedPage {
  readonly columns: RawBuilder<unknown>;
  readonly where: RawBuilder<unknown>;
  /** Condition that continues after the page before. */
  readonly after: RawBuilder<SqlBool>;
  readonly orderBy: RawBuilder<unknown>;
  readonly limit: number;
}

/**
 * Selects a page among the next entries in their order: enough for words that stand in every hundredth of them, and no
 * dearer for words that stand in none. A page that is not full has to be asked for by {@link pageByWords}.
 */
export function pageReadAhead({ columns, where, after, orderBy, limit }: SearchedPage): RawBuilder<unknown> {
  return sql`
    select ${columns} from (
      select e.* from interaction_log_entries e where ${after} order by ${orderBy} limit ${entriesReadAhead}
    ) e where ${where} order by ${orderBy} limit ${limit}`;
}

/** Selects a page by the index of words: all that hold them, sorted. `offset 0` keeps the order out of its plan. */
export function pageByWords({ columns, where, after, orderBy, limit }: SearchedPage): RawBuilder<unknown> {
  return sql`
    select ${columns} from (
      select e.* from interaction_log_entries e where ${where} and ${after} offset 0
    ) e order by ${orderBy} limit ${limit}`;
}
