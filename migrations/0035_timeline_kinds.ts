import { type Kysely, sql } from "kysely";

/** Tasks and opportunities on timelines: found in their order, and of a person also those that stayed with a former company. */
export async function up(db: Kysely<never>): Promise<void> {
  for (const [table, date] of [
    ["tasks", "date"],
    ["opportunities", "creation_date"],
  ] as const) {
    // The person whose record it was before it stayed with the company that the person left; no foreign key (SCALE, rule 3).
    await sql.raw(`alter table ${table} add column former_contact_id bigint`).execute(db);
    await sql
      .raw(
        `create index ${table}_former_contact_idx on ${table} (former_contact_id, ${date}) where former_contact_id is not null`,
      )
      .execute(db);
  }
  for (const owner of ["contact", "company"]) {
    await sql.raw(`drop index opportunities_${owner}_idx`).execute(db);
    await sql
      .raw(`create index opportunities_${owner}_idx on opportunities (${owner}_id, creation_date)`)
      .execute(db);
  }
}
