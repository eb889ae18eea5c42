import { sql } from "kysely";
import type { Context } from "#app/database.ts";

/** Drafts that nobody has touched for 30 days go; a finished one is remembered for a day. */
export async function deleteOldDrafts({ db, now }: Context): Promise<void> {
  const moment = now.toISOString();
  await sql`
    delete from interaction_drafts
     where last_modified_at < ${moment}::timestamptz - interval '30 days'
        or outcome = 'finished' and last_modified_at < ${moment}::timestamptz - interval '1 day'`.execute(db);
}
