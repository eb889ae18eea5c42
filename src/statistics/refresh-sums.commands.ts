import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "#app/database.ts";
import { addedUp, columnsOf, columnsOfEntry, dimensions, isCounted, measures } from "./summed-columns.ts";

/**
 * Counts the days anew in which something was logged or changed, a month at a time. Every month has a transaction with
 * one snapshot: a change that is not in it leaves its day marked. Two that run at once cannot both remove a mark; one
 * of them fails and has written nothing.
 */
export async function refreshSums(db: Db): Promise<void> {
  const { rows: months } = await sql<{ month: string }>`
    select distinct date_trunc('month', day)::date as month from interaction_changed_days order by month`.execute(
    db,
  );
  for (const { month } of months) {
    await db
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute((tx) => refreshMonth(tx, month));
  }
}

async function refreshMonth(tx: Tx, month: string): Promise<void> {
  const { rows } = await sql<{ day: string }>`
    with taken as (
      delete from interaction_changed_days
       where day >= ${month}::date and day < ${month}::date + interval '1 month' returning day
    )
    select distinct day from taken`.execute(tx);
  const days = sql`${rows.map(({ day }) => day)}::date[]`;

  await sql`delete from interaction_day_sums where day = any(${days})`.execute(tx);
  await writeSums(
    tx,
    { table: "interaction_day_sums", period: "day" },
    sql`select d.day, ${columnsOfEntry}
          from unnest(${days}) as d(day)
          join interaction_log_entries e on e.happened_at >= d.day and e.happened_at < d.day + 1
         where ${isCounted}`,
  );

  await sql`delete from interaction_month_sums where month = ${month}::date`.execute(tx);
  await writeSums(
    tx,
    { table: "interaction_month_sums", period: "month" },
    sql`select ${month}::date as month, ${columnsOf("s")} from interaction_day_sums s
         where s.day >= ${month}::date and s.day < ${month}::date + interval '1 month'`,
  );
}

async function writeSums(
  tx: Tx,
  { table, period }: { readonly table: string; readonly period: "day" | "month" },
  source: RawBuilder<unknown>,
): Promise<void> {
  const by = sql.join([period, ...dimensions].map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(table)} (${by}, ${sql.join(measures.map((measure) => sql.ref(measure)))}, line_no)
    select ${by}, ${addedUp}, row_number() over (partition by ${sql.ref(period)})
      from (${source}) source
     group by ${by}`.execute(tx);
}
