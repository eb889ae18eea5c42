import { setImmediate } from "node:timers/promises";
import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { CandidateFinder } from "./candidates.rules.ts";

const stringsAtOnce = 20_000;

interface Portion {
  readonly contact_ids: readonly number[];
  readonly row_ids: readonly number[];
  readonly hashes: readonly number[];
}

/**
 * The strings of all companies in memory, as hashes: some 130 bytes for each of them. They may be a moment old when they
 * are used; what they lead to is counted again.
 */
export async function loadCandidateFinder(db: Db): Promise<CandidateFinder> {
  const rowIds = (await db.selectFrom("duplicate_search_strings").select("id").orderBy("id").execute()).map(
    ({ id }) => id,
  );
  const rowOf = new Map(rowIds.map((id, row) => [id, row]));
  const ids: number[] = [];
  let hashes = new Int32Array(1_024 * rowIds.length);
  let last = { contactId: 0, rowId: 0 };
  for (;;) {
    const { contact_ids, row_ids, hashes: portion } = await loadPortion(db, last);
    for (const [index, contactId] of contact_ids.entries()) {
      if (contactId !== ids.at(-1)) ids.push(contactId);
      if (ids.length * rowIds.length > hashes.length) hashes = larger(hashes);
      const row = rowOf.get(row_ids[index]!);
      // 0 stands for no string.
      if (row !== undefined) hashes[(ids.length - 1) * rowIds.length + row] = portion[index]! || 1;
    }
    if (contact_ids.length < stringsAtOnce) break;
    last = { contactId: contact_ids.at(-1)!, rowId: row_ids.at(-1)! };
    await setImmediate();
  }
  const finder = new CandidateFinder(ids, rowIds.length, hashes.subarray(0, ids.length * rowIds.length));
  for (const row of rowIds.keys()) {
    finder.indexRow(row);
    await setImmediate();
  }
  return finder;
}

/** Arrays as JSON: a hundred times fewer values to take apart than rows. */
async function loadPortion(db: Db, after: { contactId: number; rowId: number }): Promise<Portion> {
  const { rows } = await sql<Portion>`
    select coalesce(json_agg(contact_id), '[]') as contact_ids, coalesce(json_agg(search_string_id), '[]') as row_ids,
           coalesce(json_agg(hashtext(value)), '[]') as hashes
      from (select contact_id, search_string_id, value from contact_search_strings
             where (contact_id, search_string_id) > (${after.contactId}, ${after.rowId})
             order by contact_id, search_string_id limit ${stringsAtOnce}) s`.execute(db);
  return rows[0]!;
}

function larger(hashes: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(hashes.length * 2);
  grown.set(hashes);
  return grown;
}
