import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import type { DuplicatePair } from "./duplicate-pair.contract.ts";
import { findPair, getPair } from "./pairs.queries.ts";

/**
 * Decides whether a pair are two different companies; indexing leaves such a pair alone. Deciding the same twice is no
 * error. @throws NotFound `duplicate_pair_not_found`
 */
export function markSeparate(
  ctx: Context,
  contactNo: string,
  duplicateNo: string,
  separate: boolean,
): Promise<DuplicatePair> {
  return inTransaction(ctx, async (tx) => {
    const { contact_id, duplicate_id } = await findPair(tx.db, contactNo, duplicateNo);
    const { numAffectedRows } = await sql`
      update contact_duplicates set separate = ${separate}
       where contact_id = ${contact_id} and duplicate_id = ${duplicate_id} and separate <> ${separate}`.execute(
      tx.db,
    );
    const pair = await getPair(tx.db, contactNo, duplicateNo);
    if (numAffectedRows) {
      await recordChange(tx, {
        action: separate ? "duplicate.separated" : "duplicate.unseparated",
        resource: "contacts",
        key: pair.contactNo,
        changes: { separate: [!separate, separate], duplicateNo: pair.duplicateNo },
      });
    }
    return pair;
  });
}
