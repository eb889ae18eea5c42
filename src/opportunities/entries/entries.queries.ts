import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { fetchPage } from "#platform/db/fetch-page.ts";
import type { Output } from "#platform/http/endpoint.ts";
import {
  type ClosedStatus,
  expectedClose,
  type ProbabilityCalculation,
  proposedDate,
} from "../estimates.rules.ts";
import { type ActionTaken, defaultMove, needsQuote, offerMoves } from "../moves.rules.ts";
import { getOpportunityRow, type OpportunityRow } from "../opportunities.queries.ts";
import { isClosed } from "../opportunities.rules.ts";
import type { SalesCycleStage } from "../stages/stages.contract.ts";
import { findStages } from "../stages/stages.queries.ts";
import type {
  listOpportunityEntries as listEndpoint,
  OpportunityEntry,
  OpportunityMoves,
} from "./entries.contract.ts";

interface EntryRow {
  readonly entry_no: number;
  readonly active: boolean;
  readonly sales_cycle_code: string | null;
  readonly stage: number;
  readonly stage_description: string | null;
  readonly previous_stage: number;
  readonly contact_no: string | null;
  readonly contact_name: string | null;
  readonly company_no: string | null;
  readonly salesperson_code: string | null;
  readonly salesperson_name: string | null;
  readonly campaign_no: string | null;
  readonly date_of_change: string;
  readonly date_closed: string | null;
  readonly days_open: number | null;
  readonly action_taken: ActionTaken | null;
  readonly estimated_value: string;
  readonly calcd_current_value: string;
  readonly completed: string;
  readonly chances_of_success: string;
  readonly probability: string;
  readonly close_opportunity_code: string | null;
  readonly estimated_close_date: string;
}

function presentEntry(row: EntryRow): OpportunityEntry {
  return {
    entryNo: row.entry_no,
    active: row.active,
    salesCycleCode: row.sales_cycle_code,
    stage: row.stage || null,
    stageDescription: row.stage_description,
    previousStage: row.previous_stage || null,
    contactNo: row.contact_no,
    contactName: row.contact_name,
    contactCompanyNo: row.company_no,
    salespersonCode: row.salesperson_code,
    salespersonName: row.salesperson_name,
    campaignNo: row.campaign_no,
    dateOfChange: row.date_of_change,
    dateClosed: row.date_closed,
    daysOpen: row.days_open,
    actionTaken: row.action_taken,
    estimatedValue: Number(row.estimated_value),
    calcdCurrentValue: Number(row.calcd_current_value),
    completed: Number(row.completed),
    chancesOfSuccess: Number(row.chances_of_success),
    probability: Number(row.probability),
    closeOpportunityCode: row.close_opportunity_code,
    estimatedCloseDate: row.estimated_close_date,
  };
}

/** @throws NotFound `not_found` */
export async function listEntries(db: Db, no: string, query: Output<NonNullable<typeof listEndpoint.query>>) {
  const { id } = await getOpportunityRow(db, no);
  const source = {
    columns: sql`e.*, c.no as contact_no, c.name as contact_name, k.no as company_no, s.code as salesperson_code,
      s.name as salesperson_name, (select code from sales_cycles where id = e.sales_cycle_id) as sales_cycle_code,
      (select no from campaigns where id = e.campaign_id) as campaign_no,
      (select code from close_opportunity_codes where id = e.close_opportunity_code_id) as close_opportunity_code`,
    from: sql`opportunity_entries e left join contacts c on c.id = e.contact_id
      left join contacts k on k.id = e.company_id left join salespeople s on s.id = e.salesperson_id`,
    where: sql<boolean>`e.opportunity_id = ${id}`,
    orders: { entryNo: [{ expression: sql.ref("e.entry_no"), type: "integer" }] },
    defaultSort: "-entryNo",
  } as const;
  return fetchPage(db, source, query, presentEntry);
}

/** The way an opportunity goes. */
export interface Way {
  readonly calculation: ProbabilityCalculation;
  readonly stages: readonly SalesCycleStage[];
}

/** @param lock while something comes to stand on one of its stages */
export async function findWay(db: Db, cycleId: number, lock = false): Promise<Way> {
  const cycle = await db
    .selectFrom("sales_cycles")
    .select("probability_calculation as calculation")
    .where("id", "=", cycleId)
    .$if(lock, (query) => query.forShare())
    .executeTakeFirstOrThrow();
  return { calculation: cycle.calculation, stages: await findStages(db, cycleId) };
}

/** What is offered from where an opportunity stands. @throws NotFound `not_found` */
export async function getMoves(db: Db, no: string, today: string): Promise<OpportunityMoves> {
  const row = await getOpportunityRow(db, no);
  const isOver = isClosed(row.status);
  const way = isOver || row.sales_cycle_id === null ? null : await findWay(db, row.sales_cycle_id);
  const dateOfChange = proposedDate(today, row.date_of_change ?? row.creation_date);
  return {
    version: row.version,
    moves: way ? movesOf(row, way.stages, dateOfChange) : [],
    probabilityCalculation: way?.calculation ?? null,
    dateOfChange,
    lastChange: row.date_of_change,
    estimatedValue: numberOf(row.estimated_value),
    closing: {
      closingDate: dateOfChange,
      sales: Number(row.estimated_value) > 0 ? numberOf(row.estimated_value) : null,
      closeOpportunityCodes: await findOnlyCodes(db),
    },
  };
}

function movesOf(
  { stage }: OpportunityRow,
  stages: readonly SalesCycleStage[],
  dateOfChange: string,
): OpportunityMoves["moves"] {
  const moves = offerMoves(stages, stage ?? 0);
  const usual = defaultMove(moves);
  return moves.map((move) => ({
    actionType: move.actionType,
    isDefault: move === usual,
    preselectedStage: move.preselectedStage,
    stages: stages
      .filter((target) => move.stages.includes(target.stage))
      .map((target) => ({
        stage: target.stage,
        description: target.description,
        completed: target.completed,
        lacksQuote: needsQuote(stages, move.actionType, target.stage),
        chancesOfSuccess: target.chancesOfSuccess,
        estimatedCloseDate: expectedClose(target.dateFormula, dateOfChange),
        dateFormula: target.dateFormula,
      })),
  }));
}

function numberOf(decimal: string | null): number | null {
  return decimal === null ? null : Number(decimal);
}

/** Of each kind the code to close with, where there is but one (O-15). */
async function findOnlyCodes(db: Db): Promise<Record<ClosedStatus, string | null>> {
  const rows = await db
    .selectFrom("close_opportunity_codes")
    .select(({ fn }) => ["type", fn.min("code").as("code")])
    .groupBy("type")
    .having(({ fn }) => fn.countAll(), "=", 1)
    .execute();
  const codeOf = (type: ClosedStatus) => rows.find((row) => row.type === type)?.code ?? null;
  return { won: codeOf("won"), lost: codeOf("lost") };
}
