import { type Kysely, sql } from "kysely";

/** An entry that corrects another one, and the one that stands in the place of a corrected entry (interactions, B10). */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table interaction_log_entries add column corrects_entry_no bigint`.execute(db);
  await sql`alter table interaction_log_entries add column corrected_by_entry_no bigint`.execute(db);
  // Which entry it corrects is a logged fact; which one corrects it comes later.
  await sql`grant update (corrected_by_entry_no) on interaction_log_entries to rapport_runtime`.execute(db);
}
