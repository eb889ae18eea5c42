import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";

/** What a retention rule finds: everything that is older than a day of the organisation. */

export interface Outdated {
  /** ISO day; older is what was before it. */
  readonly before: string;
  readonly keepsLinked: boolean;
  /** When the run began: whom it has erased itself keeps a company as in the dry run, until the next one. */
  readonly began: Date;
}

/**
 * Contacts `c` that nothing happened with since: no interaction, no task, no opportunity, neither of their own nor, of a
 * company, of its people. Whatever is open keeps them, and people keep their company.
 */
export function isIdle({ before, keepsLinked, began }: Outdated): RawBuilder<SqlBool> {
  const day = sql`${before}::date`;
  const named = ["contact_id", "company_id", "former_contact_id"];
  const happened = (table: string, when: RawBuilder<unknown>) =>
    named.map(
      (column) =>
        sql`not exists (select from ${sql.table(table)} r where r.${sql.ref(column)} = c.id and ${when})`,
    );
  const conditions = [
    sql`c.erased_at is null and c.created_at < ${day}`,
    sql`not exists (select from contacts p where p.company_id = c.id and p.type = 'person'
                      and (p.erased_at is null or p.erased_at >= ${began.toISOString()}::timestamptz))`,
    ...happened("interaction_log_entries", sql`(r.happened_at >= ${day} or r.postponed)`),
    ...happened("tasks", sql`(not r.closed or r.date >= ${day} or r.date_closed >= ${day})`),
    ...happened("opportunities", sql`(not r.closed or r.creation_date >= ${day} or r.date_closed >= ${day})`),
    sql`not exists (select from interaction_drafts d where d.contact_id = c.id and d.outcome is null)`,
    sql`not exists (select from segment_lines l where l.contact_id = c.id)`,
    ...(keepsLinked
      ? [
          sql`not exists (select from contact_business_relations l where l.contact_id = c.id and l.party_id is not null)`,
          sql`not exists (select from parties p where p.primary_contact_id = c.id)`,
        ]
      : []),
  ];
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** Numbers of idle contacts behind one of them, in the order of their ids. */
export async function findIdleContacts(
  db: Db,
  rule: Outdated,
  afterId: number,
  limit: number,
): Promise<readonly { readonly id: number; readonly no: string }[]> {
  const { rows } = await sql<{ id: number; no: string }>`
    select c.id, c.no from contacts c where c.id > ${afterId} and ${isIdle(rule)} order by c.id limit ${limit}`.execute(
    db,
  );
  return rows;
}

/** Where a walk through the log is. */
export interface LogPlace {
  readonly happenedAt: string;
  readonly entryNo: number;
}

/** Logged entries `e` of before that still say something. */
function saysSomething(before: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`
    e.happened_at < ${before}::date and not e.postponed
    and (e.subject is not null or e.description is not null or e.contact_via is not null or e.cancel_reason is not null
         or e.contact_alt_address_code is not null or e.comment_count > 0 or e.attachment_no is not null)`;
}

export async function findOldContent(
  db: Db,
  before: string,
  after: LogPlace | null,
  limit: number,
): Promise<readonly LogPlace[]> {
  const behind = after
    ? sql`(e.happened_at, e.entry_no) > (${after.happenedAt}::timestamp, ${after.entryNo}::bigint)`
    : sql`true`;
  const { rows } = await sql<LogPlace>`
    select e.happened_at as "happenedAt", e.entry_no as "entryNo" from interaction_log_entries e
     where ${saysSomething(before)} and ${behind}
     order by e.happened_at, e.entry_no limit ${limit}`.execute(db);
  return rows;
}
