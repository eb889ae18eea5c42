import { type Selectable, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { fetchPage } from "#platform/db/fetch-page.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type { OpportunitiesTables } from "../opportunities.tables.ts";
import type {
  listSalesCycleStages as listEndpoint,
  SalesCycleStage,
  SalesCycleStatistics,
  getSalesCycleStatistics as statisticsEndpoint,
} from "./stages.contract.ts";

export type StageRow = Selectable<OpportunitiesTables["sales_cycle_stages"]>;

export function presentStage(row: StageRow): SalesCycleStage {
  return {
    stage: row.stage,
    description: row.description,
    completed: Number(row.completed),
    chancesOfSuccess: Number(row.chances_of_success),
    quoteRequired: row.quote_required,
    allowSkip: row.allow_skip,
    dateFormula: row.date_formula,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

/** @throws NotFound `not_found` */
async function cycleIdOf(db: Db, code: string): Promise<number> {
  const row = await db.selectFrom("sales_cycles").select("id").where("code", "=", code).executeTakeFirst();
  if (!row) throw cycleNotFound(code);
  return row.id;
}

export function cycleNotFound(code: string): NotFound {
  return new NotFound("not_found", { key: code }, [{ path: "code", code: "not_found" }]);
}

/** @throws NotFound `not_found` */
export async function listStages(
  db: Db,
  code: string,
  query: Output<NonNullable<typeof listEndpoint.query>>,
) {
  const cycleId = await cycleIdOf(db, code);
  const source = {
    columns: sql`*`,
    from: sql`sales_cycle_stages`,
    where: sql<boolean>`sales_cycle_id = ${cycleId}`,
    orders: { stage: [{ expression: sql.ref("stage"), type: "integer" }] },
    defaultSort: "stage",
  } as const;
  return fetchPage(db, source, query, presentStage);
}

/** @throws NotFound `not_found` */
export async function getStage(db: Db, code: string, stage: number): Promise<SalesCycleStage> {
  const row = await db
    .selectFrom("sales_cycle_stages as s")
    .innerJoin("sales_cycles as y", "y.id", "s.sales_cycle_id")
    .selectAll("s")
    .where("y.code", "=", code)
    .where("s.stage", "=", stage)
    .executeTakeFirst();
  if (!row) throw stageNotFound(stage);
  return presentStage(row);
}

export function stageNotFound(stage: number): NotFound {
  return new NotFound("not_found", { key: String(stage) }, [{ path: "stage", code: "not_found" }]);
}

/** All stages of a cycle in their order. */
export async function findStages(db: Db, cycleId: number): Promise<readonly SalesCycleStage[]> {
  const rows = await db
    .selectFrom("sales_cycle_stages")
    .selectAll()
    .where("sales_cycle_id", "=", cycleId)
    .orderBy("stage")
    .execute();
  return rows.map(presentStage);
}

/** S-3, in one statement. @throws NotFound `not_found` */
export async function getCycleStatistics(
  db: Db,
  code: string,
  { estimatedCloseDateFrom, estimatedCloseDateTo }: Output<NonNullable<typeof statisticsEndpoint.query>>,
): Promise<SalesCycleStatistics> {
  const figures = sql`
    'noOfOpportunities', count(*) filter (where is_open),
    'estimatedValue', coalesce(sum(estimated_value) filter (where is_open), 0),
    'calcdCurrentValue', coalesce(sum(calcd_current_value) filter (where is_open), 0)`;
  const { rows } = await sql<{ statistics: SalesCycleStatistics }>`
    with cycle as (select id from sales_cycles where code = ${code}),
    counted as (
      select e.stage, e.active, e.active and e.action_taken is distinct from 'won'
               and e.action_taken is distinct from 'lost' as is_open,
             e.estimated_value, e.calcd_current_value, e.days_open
        from opportunity_entries e join cycle on cycle.id = e.sales_cycle_id
       where (${estimatedCloseDateFrom ?? null}::date is null or e.estimated_close_date >= ${estimatedCloseDateFrom ?? null}::date)
         and (${estimatedCloseDateTo ?? null}::date is null or e.estimated_close_date <= ${estimatedCloseDateTo ?? null}::date)
    ), by_stage as (
      select stage, jsonb_build_object(${figures}, 'averageNoOfDays',
               coalesce(round(avg(days_open) filter (where not active), 1), 0)) as figures
        from counted group by stage)
    select (select jsonb_build_object(${figures}) from counted) || jsonb_build_object('stages', coalesce((
             select jsonb_agg(jsonb_build_object('stage', s.stage, 'description', s.description) || coalesce(b.figures,
                      '{"noOfOpportunities": 0, "estimatedValue": 0, "calcdCurrentValue": 0, "averageNoOfDays": 0}')
                      order by s.stage)
               from sales_cycle_stages s left join by_stage b on b.stage = s.stage
              where s.sales_cycle_id = cycle.id), '[]')) as statistics
      from cycle`.execute(db);
  if (!rows[0]) throw cycleNotFound(code);
  return rows[0].statistics;
}
