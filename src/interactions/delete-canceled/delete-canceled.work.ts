import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { discardAttachments } from "#attachments/index.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { type JobProgress, type JobWork, work } from "#platform/jobs/index.ts";
import { changedDaysOf } from "#statistics/index.ts";
import { forgetTrail } from "../forget-trail.ts";
import { conditions } from "../log-entries.queries.ts";
import type { CanceledFilter, DeletedLogEntries } from "./delete-canceled.contract.ts";
import { deleteCanceled } from "./delete-canceled.job.ts";

/** The job that deletes canceled entries. */
export function deleteCanceledWork(): JobWork {
  return work(deleteCanceled, (ctx, { filter }, progress) => deleteAll(ctx, filter, progress));
}

const entriesAtOnce = 10_000;

/** Deletes in one transaction, so that nothing is half done, but by portions, so that one can see how far it is. */
function deleteAll(
  ctx: Context,
  { entryNos, ...filters }: CanceledFilter,
  progress: JobProgress,
): Promise<DeletedLogEntries> {
  const named = entryNos ? [sql`e.entry_no = any(${entryNos}::bigint[])`] : [];
  const where = sql.join([sql`e.canceled and not e.postponed`, ...named, ...conditions(filters)], sql` and `);
  return inTransaction(ctx, async (tx) => {
    const counted = await sql<{ total: number }>`
      select count(*) as total from interaction_log_entries e where ${where}`.execute(tx.db);
    const { total } = counted.rows[0]!;
    const result = { deleted: 0 };
    for (let portion = await deletePortion(tx, where, 0); ; ) {
      result.deleted += portion.count;
      progress.set(result.deleted, Math.max(total, result.deleted));
      progress.throwIfCanceled();
      if (portion.last === null) break;
      portion = await deletePortion(tx, where, portion.last);
    }
    await progress.succeedIn(tx, result);
    return result;
  });
}

interface Portion {
  readonly count: number;
  /** The last entry's number; `null` when no more follow. */
  readonly last: number | null;
}

/** Deletes the next entries with their comments and what only they have attached; the trail names each of them. */
async function deletePortion(
  tx: TransactionContext,
  where: ReturnType<typeof sql.join>,
  after: number,
): Promise<Portion> {
  const { rows } = await sql<{ gone: number[]; last: number | null; attached: number[] }>`
    with doomed as (
      -- locked in the order of their numbers, like any selection of entries
      select e.contact_id, e.entry_no from interaction_log_entries e
       where ${where} and e.entry_no > ${after} order by e.entry_no limit ${entriesAtOnce} for update
    ), written as (
      delete from interaction_log_entries e using doomed
       where e.contact_id = doomed.contact_id and e.entry_no = doomed.entry_no
      returning e.contact_id, e.entry_no, e.happened_at, e.attachment_no
    ), comments as (
      delete from interaction_comments c using doomed
       where c.contact_id = doomed.contact_id and c.entry_no = doomed.entry_no
    ), audit as (
      insert into audit_entries (request_id, actor, user_id, token_id, action, resource, resource_key, changes)
      select ${tx.requestId}, ${tx.actor.name}, ${tx.actor.userId}, ${tx.actor.tokenId}, 'interaction.deleted',
             'interaction-log-entries', entry_no::text, '{}'
        from written
    ), changed_days as (
      ${changedDaysOf("written")}
    )
    select coalesce(json_agg(entry_no), '[]') as gone, max(entry_no) as last,
           coalesce(json_agg(attachment_no) filter (where attachment_no is not null), '[]') as attached
      from written`.execute(tx.db);
  const { gone, last, attached } = rows[0]!;
  await forgetTrail(tx.db, gone);
  await discardAttachments(tx, attached);
  return { count: gone.length, last };
}
