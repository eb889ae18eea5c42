import { type RawBuilder, sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { OpportunityFigures } from "./figures.contract.ts";

const figures = (among: RawBuilder<unknown>) => sql`
  'noOfOpportunities', count(*) filter (where ${among}),
  'estimatedValue', coalesce(sum(e.estimated_value) filter (where ${among}), 0),
  'calcdCurrentValue', coalesce(sum(e.calcd_current_value) filter (where ${among}), 0),
  'avgEstimatedValue', coalesce(round(avg(e.estimated_value) filter (where ${among}), 2), 0),
  'avgCalcdCurrentValue', coalesce(round(avg(e.calcd_current_value) filter (where ${among}), 2), 0)`;

interface Period {
  readonly dateFrom?: string | undefined;
  readonly dateTo?: string | undefined;
}

/**
 * A column with the figures over the active entries `e` of a scope, such as `e.company_id = 4`: an object of
 * `OpportunityFigures`. The days, inclusive, are those on which they are expected to be closed.
 */
export function opportunityFiguresOf(
  scope: RawBuilder<unknown>,
  { dateFrom = undefined, dateTo = undefined }: Period = {},
): RawBuilder<OpportunityFigures> {
  return sql<OpportunityFigures>`(
    select jsonb_build_object(${figures(sql`true`)}, 'openOpportunities',
             jsonb_build_object(${figures(sql`e.date_closed is null`)}))
      from opportunity_entries e
     where ${scope} and e.active
       and (${dateFrom ?? null}::date is null or e.estimated_close_date >= ${dateFrom ?? null}::date)
       and (${dateTo ?? null}::date is null or e.estimated_close_date <= ${dateTo ?? null}::date))`;
}

/** Of a salesperson (contacts §1.3). */
export async function figuresOfSalesperson(db: Db, code: string): Promise<OpportunityFigures> {
  const scope = sql`e.salesperson_id = (select id from salespeople where code = ${code})`;
  const { rows } = await sql<{ figures: OpportunityFigures }>`
    select ${opportunityFiguresOf(scope)} as figures`.execute(db);
  return rows[0]!.figures;
}
