import { sql } from "kysely";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import type { ImportRow } from "../imports.queries.ts";

/** What a row is known by, so that it is recorded once: an id of the program it is from, or its place in the file. */
export interface SourceKey {
  readonly source: string;
  readonly key: string;
}

/** Sources that people name are in upper case. */
const sourceOfFiles = "file";

/** The id that the row brings along; without one, what the very same file has in the very same row. */
export function sourceKeyOf(
  { source, fileHash, id, sheetName }: Pick<ImportRow, "source" | "fileHash" | "id" | "sheetName">,
  { externalId, rowNumber }: { readonly externalId: string | null; readonly rowNumber: number },
): SourceKey {
  if (externalId !== null && source !== null) return { source, key: externalId };
  return { source: sourceOfFiles, key: [fileHash ?? id, sheetName ?? "", rowNumber].join(":") };
}

/** The key as one text. */
export function textOf({ source, key }: SourceKey): string {
  return `${source}\n${key}`;
}

/**
 * Which keys have been recorded, as texts. A claim whose entry was deleted since is void and given up: the row may be
 * imported again.
 */
export async function findRecorded(
  { db }: TransactionContext,
  keys: readonly SourceKey[],
): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  const { rows } = await sql<SourceKey>`
    with held as (
      select c.source, c.source_key, exists (select from interaction_log_entries e where e.entry_no = c.entry_no) as is_valid
        from unnest(${keys.map(({ source }) => source)}::text[], ${keys.map(({ key }) => key)}::text[]) as k(source, source_key)
        join interaction_source_keys c on c.source_key = k.source_key collate "C" and c.source = k.source
    ), given_up as (
      delete from interaction_source_keys c using held h
       where not h.is_valid and c.source_key = h.source_key and c.source = h.source
    )
    select source, source_key as key from held where is_valid`.execute(db);
  return new Set(rows.map(textOf));
}

/**
 * Claims keys for entries that were recorded in the same transaction.
 *
 * @throws Conflict `concurrent_change` where somebody else has just claimed one of them
 */
export async function claimKeys(
  { db }: TransactionContext,
  claims: readonly { readonly key: SourceKey; readonly entryNo: number }[],
): Promise<void> {
  if (claims.length === 0) return;
  const { numAffectedRows } = await sql`
    insert into interaction_source_keys (source, source_key, entry_no)
    select * from unnest(${claims.map(({ key }) => key.source)}::text[], ${claims.map(({ key }) => key.key)}::text[],
                         ${claims.map(({ entryNo }) => entryNo)}::bigint[]) as c(source, source_key, entry_no)
     order by source_key, source
        on conflict do nothing`.execute(db);
  if (Number(numAffectedRows) < claims.length) throw new Conflict("concurrent_change");
}
