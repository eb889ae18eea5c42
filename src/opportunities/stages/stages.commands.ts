import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { Conflict } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import type { NewSalesCycleStage, SalesCycleStage, SalesCycleStageChanges } from "./stages.contract.ts";
import { cycleNotFound, presentStage, type StageRow, stageNotFound } from "./stages.queries.ts";

const ignored = ["version", "lastModifiedAt"];

/** Whoever moves an opportunity on the cycle holds it shared: nothing comes to stand on a stage that is going. */
async function lockCycle(tx: TransactionContext, code: string): Promise<number> {
  const row = await tx.db
    .selectFrom("sales_cycles")
    .select("id")
    .where("code", "=", code)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw cycleNotFound(code);
  return row.id;
}

async function getRow(tx: TransactionContext, cycleId: number, stage: number): Promise<StageRow> {
  const row = await tx.db
    .selectFrom("sales_cycle_stages")
    .selectAll()
    .where("sales_cycle_id", "=", cycleId)
    .where("stage", "=", stage)
    .executeTakeFirst();
  if (!row) throw stageNotFound(stage);
  return row;
}

function columnsOf(written: SalesCycleStageChanges) {
  return {
    ...(written.description !== undefined && { description: written.description }),
    ...(written.completed !== undefined && { completed: written.completed }),
    ...(written.chancesOfSuccess !== undefined && { chances_of_success: written.chancesOfSuccess }),
    ...(written.quoteRequired !== undefined && { quote_required: written.quoteRequired }),
    ...(written.allowSkip !== undefined && { allow_skip: written.allowSkip }),
    ...(written.dateFormula !== undefined && { date_formula: written.dateFormula }),
  };
}

/** @throws NotFound, Conflict `duplicate` */
export function createStage(
  ctx: Context,
  code: string,
  { stage, ...written }: NewSalesCycleStage,
): Promise<SalesCycleStage> {
  return inTransaction(ctx, async (tx) => {
    const cycleId = await lockCycle(tx, code);
    const constraint = "sales_cycle_stages_pkey";
    const row = await refusingDuplicates({ constraint, key: String(stage), path: "stage" }, () =>
      tx.db
        .insertInto("sales_cycle_stages")
        .values({
          description: null,
          date_formula: null,
          ...columnsOf(written),
          sales_cycle_id: cycleId,
          stage,
        })
        .returningAll()
        .executeTakeFirstOrThrow(),
    );
    const created = presentStage(row);
    await recordStage(tx, "created", code, differences({}, created, ignored));
    return created;
  });
}

/** @throws NotFound, Stale */
export function changeStage(
  ctx: Context,
  code: string,
  stage: number,
  written: SalesCycleStageChanges,
  ifMatch: number | null,
): Promise<SalesCycleStage> {
  return inTransaction(ctx, async (tx) => {
    const cycleId = await lockCycle(tx, code);
    const row = await getRow(tx, cycleId, stage);
    expectVersion(row, ifMatch);
    const columns = columnsOf(written);
    if (Object.keys(columns).length === 0) return presentStage(row);
    const changed = await tx.db
      .updateTable("sales_cycle_stages")
      .set({ ...columns, version: row.version + 1, last_modified_at: sql`now()` })
      .where("sales_cycle_id", "=", cycleId)
      .where("stage", "=", stage)
      .returningAll()
      .executeTakeFirstOrThrow();
    const changes = differences(presentStage(row), presentStage(changed), ignored);
    await recordStage(tx, "changed", code, { stage, ...changes });
    return presentStage(changed);
  });
}

/** @throws NotFound, Stale, Conflict `setup_in_use` while an opportunity stands on it (S-2) */
export function deleteStage(
  ctx: Context,
  code: string,
  stage: number,
  ifMatch: number | null,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const cycleId = await lockCycle(tx, code);
    const row = await getRow(tx, cycleId, stage);
    expectVersion(row, ifMatch);
    const standing = await tx.db
      .selectFrom("opportunity_entries")
      .select("entry_no")
      .where("sales_cycle_id", "=", cycleId)
      .where("stage", "=", stage)
      .where("active", "=", true)
      .limit(1)
      .executeTakeFirst();
    if (standing) throw new Conflict("setup_in_use", { key: String(stage), usedBy: ["opportunities"] });
    await tx.db
      .deleteFrom("sales_cycle_stages")
      .where("sales_cycle_id", "=", cycleId)
      .where("stage", "=", stage)
      .execute();
    await recordStage(tx, "deleted", code, { stage, description: [row.description, null] });
  });
}

function recordStage(
  tx: TransactionContext,
  verb: "created" | "changed" | "deleted",
  code: string,
  changes: Parameters<typeof recordChange>[1]["changes"],
): Promise<void> {
  return recordChange(tx, {
    action: `salesCycleStage.${verb}`,
    resource: "sales-cycles",
    key: code,
    ...(changes !== undefined && { changes }),
  });
}
