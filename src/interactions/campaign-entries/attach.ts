import { sql } from "kysely";
import type { TransactionContext } from "#platform/db/transaction.ts";

/** The first interaction of a campaign in a batch, of which an entry that must be made takes its facts. */
export interface CampaignInteraction {
  readonly campaign_id: number;
  /** `2026-11-23` */
  readonly date: string;
  readonly salesperson_id: number | null;
}

/**
 * The open entries of individual interactions of these campaigns, made where there are none (campaigns C-2), by id
 * of the campaign. No entry is canceled before the transaction ends.
 */
export async function attachToCampaigns(
  tx: TransactionContext,
  interactions: readonly CampaignInteraction[],
): Promise<ReadonlyMap<number, number>> {
  const wanted = new Map<number, CampaignInteraction>();
  for (const interaction of interactions)
    if (!wanted.has(interaction.campaign_id)) wanted.set(interaction.campaign_id, interaction);
  if (wanted.size === 0) return new Map();
  const { rows } = await sql<{ campaign_id: number; entry_no: number }>`
    with wanted as (
      select * from jsonb_to_recordset(${JSON.stringify([...wanted.values()])}::jsonb)
        as w(campaign_id integer, date date, salesperson_id integer)
    ), found as (
      select campaign_id, entry_no from campaign_entries
       where campaign_id in (select campaign_id from wanted) and segment_no is null and document_type is null
         and current
       order by entry_no for share
    ), made as (
      insert into campaign_entries as e (campaign_id, date, salesperson_id, user_id)
      select campaign_id, date, salesperson_id, ${tx.actor.name} from wanted
       where campaign_id not in (select campaign_id from found) order by campaign_id
          on conflict (campaign_id, segment_no, document_type) where current
          -- somebody else has just made it: written over with itself, so that it is locked and returned
          do update set campaign_id = e.campaign_id
      returning campaign_id, entry_no
    )
    select * from found union all select * from made`.execute(tx.db);
  return new Map(rows.map((row) => [row.campaign_id, row.entry_no]));
}
