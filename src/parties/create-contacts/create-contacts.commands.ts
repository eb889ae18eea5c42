import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { enqueue } from "#platform/jobs/index.ts";
import { isLinked, matching } from "../parties.queries.ts";
import { loadKindSetup, relationCodeMissing } from "../party-setup.queries.ts";
import type { ContactlessKind, PartiesFilter } from "./create-contacts.contract.ts";
import { createContactsFromParties } from "./create-contacts.job.ts";

/**
 * Queues the creation of contacts for the parties of a kind that have none; answers the job's id.
 *
 * @throws Conflict `setup_missing`
 */
export function startCreatingContacts(
  ctx: Context,
  kind: ContactlessKind,
  filters: PartiesFilter,
): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const { relation } = await loadKindSetup(tx.db, kind);
    if (relation === null) throw relationCodeMissing(kind);
    const { rows } = await sql<{ skipped: number; total: number }>`
      select count(*) filter (where ${isLinked(true)}) as skipped, count(*) filter (where ${isLinked(false)}) as total
        from parties p where ${matching(tx, kind, filters)}`.execute(tx.db);
    const { skipped, total } = rows[0]!;
    const { id } = await tx.db
      .insertInto("party_contact_runs")
      .values({ kind, filters: JSON.stringify(filters), skipped })
      .returning("id")
      .executeTakeFirstOrThrow();
    return enqueue(tx, createContactsFromParties, { runId: id }, { total });
  });
}
