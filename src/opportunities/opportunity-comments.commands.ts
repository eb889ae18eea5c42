import { sql } from "kysely";
import type { Commented } from "#comments/index.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { getOpportunityRow } from "./opportunities.queries.ts";

/** Opportunities as records that have comments. */
export const ofOpportunity: Commented = {
  resource: "opportunities",
  table: "opportunity_comments",
  column: "opportunity_id",
  find: async (db, no) => (await getOpportunityRow(db, no)).id,
  lock: async ({ db }, no) => (await getOpportunityRow(db, no, true)).id,
  touch: countComments,
};

/** Copies the comments of an interaction as they are: line, date, code, text, last change (O-5). */
export async function copyCommentsOfEntry(
  tx: TransactionContext,
  opportunityId: number,
  entry: { readonly contactId: number; readonly entryNo: number },
): Promise<void> {
  await sql`
    insert into opportunity_comments (opportunity_id, line_no, date, code, text, author, created_at, last_modified_at)
    select ${opportunityId}, line_no, date, code, text, author, created_at, last_modified_at
      from interaction_comments where contact_id = ${entry.contactId} and entry_no = ${entry.entryNo}`.execute(
    tx.db,
  );
  await countComments(tx, opportunityId);
}

async function countComments(tx: TransactionContext, id: number): Promise<void> {
  await sql`
    update opportunities set comment_count = (select count(*) from opportunity_comments where opportunity_id = ${id})
     where id = ${id}`.execute(tx.db);
}
