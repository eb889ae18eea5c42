import { type Kysely, sql } from "kysely";

/** Consents warn while interactions are recorded (contacts B6): over which channels anybody was asked, at once. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create index contact_consents_channel_idx on contact_consents (channel)`.execute(db);
}
