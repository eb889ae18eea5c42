import { type Kysely, sql } from "kysely";

/** A telephone that is lost gives away the address book and nothing more: its token opens no other door. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`
    alter table api_tokens
      -- taken as the password of the address book (/dav/) alone, and refused by the API
      add column address_book_only boolean not null default false`.execute(db);
}
