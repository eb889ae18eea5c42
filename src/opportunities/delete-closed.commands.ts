import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type { deleteClosedOpportunities as contract } from "./opportunities.contract.ts";
import { matchingOpportunities, opportunitiesWithEntries } from "./opportunities.queries.ts";

/** Deletes the closed opportunities that meet the filters, all or none; their interactions forget them (O-18). */
export function deleteClosedOpportunities(
  ctx: Context,
  filters: Output<NonNullable<(typeof contract)["body"]>>,
): Promise<{ deleted: number }> {
  return inTransaction(ctx, async (tx) => {
    // Whoever opens one of them again waits, or is waited for.
    const { rows } = await sql<{ id: number; no: string }>`
      select o.id, o.no from opportunities o
       where o.closed and o.id in (select o.id from ${opportunitiesWithEntries} where ${matchingOpportunities(filters)})
       order by o.id for update`.execute(tx.db);
    const ids = rows.map(({ id }) => id);
    if (ids.length === 0) return { deleted: 0 };
    await sql`
      update interaction_log_entries set opportunity_id = null where opportunity_id = any(${ids}::int[])`.execute(
      tx.db,
    );
    await sql`delete from opportunities where id = any(${ids}::int[])`.execute(tx.db);
    await recordChange(tx, {
      action: "opportunity.closedDeleted",
      resource: "opportunities",
      key: "*",
      changes: { deleted: ids.length, filters },
    });
    return { deleted: ids.length };
  });
}
