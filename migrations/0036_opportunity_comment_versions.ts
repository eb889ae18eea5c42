import { type Kysely, sql } from "kysely";

/** Comments of opportunities are kept like those of contacts: two who change one do not overwrite each other. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`alter table opportunity_comments add column version integer not null default 1`.execute(db);
}
