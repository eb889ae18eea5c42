import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { SyncMark } from "./address-book.rules.ts";

/** Which contacts are in the address book, and what has changed in it. */

/**
 * Persons with name and e-mail who are not privacy-blocked, nor is their company (contacts §9, §10). The only place that
 * says so: whatever the address book answers goes through it.
 */
// The company is looked up by its key, person by person: as an anti-join, each page of the book would read all contacts.
const isMember = sql<SqlBool>`(c.type = 'person' and c.name is not null and c.email is not null and not c.privacy_blocked
  and (select k.privacy_blocked from contacts k where k.id = c.company_id) is not true)`;

const micros = (column: string) => sql.raw(`(extract(epoch from ${column}) * 1000000)::bigint::text`);
const memberColumns = sql`c.id, c.no, c.version, ${micros("c.last_modified_at")} as "changedMicros"`;

/** A contact in the address book. */
export interface Member {
  readonly id: number;
  readonly no: string;
  readonly version: number;
  /** When it was changed, in microseconds since 1970. */
  readonly changedMicros: string;
}

/** Rows that are fetched and written at a time: what is in memory of a book of any size. */
export const membersPerPage = 1_000;

/** Everybody in the book who meets the conditions, by id, page by page. */
export async function* listMembers(
  db: Db,
  where: RawBuilder<SqlBool> = sql<SqlBool>`true`,
  limit = Number.POSITIVE_INFINITY,
): AsyncGenerator<readonly Member[]> {
  let after = 0;
  for (let left = limit; left > 0; left -= membersPerPage) {
    const size = Math.min(left, membersPerPage);
    const { rows } = await sql<Member>`
      select ${memberColumns} from contacts c
       where c.id > ${after} and ${isMember} and ${where} order by c.id limit ${size}`.execute(db);
    if (rows.length > 0) yield rows;
    if (rows.length < size) return;
    after = rows.at(-1)!.id;
  }
}

/** Those of the contacts who are in the book, by id. */
export async function findMembers(db: Db, ids: readonly number[]): Promise<ReadonlyMap<number, Member>> {
  const { rows } = await sql<Member>`
    select ${memberColumns} from contacts c where c.id = any(${ids}::bigint[]) and ${isMember}`.execute(db);
  return new Map(rows.map((member) => [member.id, member]));
}

/**
 * Up to when the book is settled: nothing will show any more that changed earlier. That takes no superuser: the program
 * signs in as the owner of the schema, who sees when its own sessions began. Transactions of another user of the
 * database who writes into its tables are seen by a superuser or a member of `pg_read_all_stats` only.
 */
export async function readClock(db: Db): Promise<SyncMark & { readonly nowMicros: string }> {
  // Before anything is read of the book: what is being written now is then either seen or counts as later.
  const { rows } = await sql<{ identity: string; settled: string; now: string }>`
    select identity, ${micros("settled_until")} as settled, ${micros("now()")} as now from address_book_clock()`.execute(
    db,
  );
  const { identity, settled, now } = rows[0]!;
  const latest = await sql<{ micros: string }>`
    select least(${settled}::bigint, greatest(0,
      (select (extract(epoch from max(last_modified_at)) * 1000000)::bigint from contacts),
      (select (extract(epoch from max(changed_at)) * 1000000)::bigint from address_book_changes)))::text as micros`.execute(
    db,
  );
  return { identity, micros: latest.rows[0]!.micros, nowMicros: now };
}

/** A contact that was in the book or is: `null` = it is not in it now. */
export interface ChangedMember {
  readonly id: number;
  readonly member: Member | null;
}

interface ChangeRow extends Member {
  readonly isMember: boolean;
  /** Where the next page begins. */
  readonly atMicros: string;
}

/** Exact: a factor would be a floating-point number. */
const moment = (value: string) => sql`('epoch'::timestamptz + (${value}::text || ' microseconds')::interval)`;

/**
 * Every contact that changed after a mark, until `until`, page by page and each once. It may name some that were never
 * in the book: who is told that they are gone does not miss them.
 */
export async function* listChanges(
  db: Db,
  since: string,
  until: string,
): AsyncGenerator<readonly ChangedMember[]> {
  yield* changesOf(since, async (from, after) => {
    const { rows } = await sql<ChangeRow>`
      select ${memberColumns}, ${isMember} as "isMember", ${micros("c.last_modified_at")} as "atMicros" from contacts c
       where (c.last_modified_at, c.id) > (${moment(from)}, ${after}::bigint) and c.last_modified_at <= ${moment(until)}
         and c.type = 'person'
       order by c.last_modified_at, c.id limit ${membersPerPage}`.execute(db);
    return rows;
  });
  yield* changesOf(since, async (from, after) => {
    const { rows } = await sql<ChangeRow>`
      select ch.contact_id as id, c.no, c.version, ${micros("c.last_modified_at")} as "changedMicros",
             c.id is not null and ${isMember} as "isMember", ${micros("ch.changed_at")} as "atMicros"
        from address_book_changes ch left join contacts c on c.id = ch.contact_id
       where (ch.changed_at, ch.contact_id) > (${moment(from)}, ${after}::bigint) and ch.changed_at <= ${moment(until)}
         -- people who changed themselves are named above, or are when they are asked for next
         and (c.id is null or c.type = 'company' or c.last_modified_at <= ${moment(since)})
         and not exists (select from address_book_changes later
                          where later.contact_id = ch.contact_id and later.changed_at > ch.changed_at
                            and later.changed_at <= ${moment(until)})
       order by ch.changed_at, ch.contact_id limit ${membersPerPage}`.execute(db);
    return rows;
  });
}

async function* changesOf(
  since: string,
  fetch: (from: string, after: number) => Promise<readonly ChangeRow[]>,
): AsyncGenerator<readonly ChangedMember[]> {
  // The mark itself is known: no id is greater than this one.
  let [from, after] = [since, Number.MAX_SAFE_INTEGER];
  for (;;) {
    const rows = await fetch(from, after);
    if (rows.length > 0)
      yield rows.map(({ isMember: isIn, atMicros: _, ...member }) => ({
        id: member.id,
        member: isIn ? member : null,
      }));
    if (rows.length < membersPerPage) return;
    ({ atMicros: from, id: after } = rows.at(-1)!);
  }
}
