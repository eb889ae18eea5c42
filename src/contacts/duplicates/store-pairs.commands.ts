import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { likelyPairs, neededOf, sharedStrings } from "./find-pairs.ts";

/** So many pairs of one company are kept, the most alike ones: nobody looks through more. */
const mostPairs = 250;

/** Companies that may be alike, as parallel arrays. */
export interface Candidates {
  readonly contactIds: readonly number[];
  readonly otherIds: readonly number[];
}

/** Finds and stores the pairs of companies whose strings are as they should be (contacts §5, steps 1 and 3 to 5). */
export function indexPairs(tx: Tx, companyIds: readonly number[]): Promise<void> {
  const ids = sql`select unnest(${companyIds}::bigint[])`;
  return storePairs(tx, companyIds, sql`${likelyPairs(ids)}`);
}

/** The same for candidates that were found elsewhere; whether they are pairs is counted here. */
export function storeCandidates(
  tx: Tx,
  companyIds: readonly number[],
  { contactIds, otherIds }: Candidates,
): Promise<void> {
  return storePairs(
    tx,
    companyIds,
    sql`likely as materialized (
      select * from unnest(${contactIds}::bigint[], ${otherIds}::bigint[]) as l(contact_id, other_id))`,
  );
}

/**
 * Counts again what the candidates and the former pairs share: pairs that are none any more go, others are written. Those
 * marked separate stay as they are. Locked in the order of their keys, so that two of us never wait in a circle.
 */
async function storePairs(tx: Tx, companyIds: readonly number[], likely: RawBuilder<unknown>): Promise<void> {
  if (companyIds.length === 0) return;
  const ids = sql`${companyIds}::bigint[]`;
  await sql`
    with demand as materialized (${neededOf()}),
    ${likely},
    former as materialized (
      select contact_id, duplicate_id from contact_duplicates
       where not separate and (contact_id = any(${ids}) or duplicate_id = any(${ids}))
       order by contact_id, duplicate_id for update
    ), possible as (
      select contact_id as indexed_id, other_id from likely
      union
      select contact_id, duplicate_id from former where contact_id = any(${ids})
      union
      select duplicate_id, contact_id from former where duplicate_id = any(${ids})
    ), compared as materialized (
      select indexed_id, other_id, ${sharedStrings("p.indexed_id", "p.other_id")} as hits from possible p
    ), alike as (
      select indexed_id, other_id, hits,
             row_number() over (partition by indexed_id order by hits desc, other_id) as place
        from compared cross join demand where hits >= needed
    ), pairs as materialized (
      select greatest(indexed_id, other_id) as contact_id, least(indexed_id, other_id) as duplicate_id,
             max(indexed_id) as indexed_id, max(hits) as hits
        from alike where place <= ${mostPairs}
       group by 1, 2
    ), gone as (
      delete from contact_duplicates d using former f
       where d.contact_id = f.contact_id and d.duplicate_id = f.duplicate_id and not d.separate
         and not exists (select from pairs p where p.contact_id = f.contact_id and p.duplicate_id = f.duplicate_id)
    )
    insert into contact_duplicates as d (contact_id, duplicate_id, indexed_id, hits)
    select contact_id, duplicate_id, indexed_id, hits from pairs order by contact_id, duplicate_id
        on conflict (contact_id, duplicate_id) do update set indexed_id = excluded.indexed_id, hits = excluded.hits
     where not d.separate and (d.indexed_id, d.hits) <> (excluded.indexed_id, excluded.hits)`.execute(tx);
}
