import { sql } from "kysely";
import { contactsErasing } from "#contacts/index.ts";
import { on } from "#platform/events/events.ts";

/** What was not logged yet never happens: whoever is erased is on no segment any more (contacts §10). */
export const leaveSegments = on(contactsErasing, "segments of erased contacts", async (tx, { ids }) => {
  await sql`delete from segment_lines where contact_id = any(${ids}::bigint[])`.execute(tx.db);
});
