import { type RawBuilder, sql } from "kysely";

/**
 * The statement, or the part of one, that tells the statistics which days they have to count anew. Whatever writes to
 * the log ends with it, in the same transaction:
 *
 *     with written as (update interaction_log_entries set … returning happened_at) ${changedDaysOf("written")}
 *
 * @param written name of a part of the statement that answers `happened_at` of every row it wrote
 */
export function changedDaysOf(written: string): RawBuilder<unknown> {
  return sql`insert into interaction_changed_days (day) select distinct happened_at::date from ${sql.table(written)}`;
}
