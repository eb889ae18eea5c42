import { sql, type Updateable } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { Invalid } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { refuseWhileInUse } from "#setup/index.ts";
import type {
  NewNumberSeries,
  NumberSeries,
  NumberSeriesChanges,
  NumberSeriesLine,
  NumberSeriesLineInput,
} from "./number-series.contract.ts";
import { presentSeries, readSeries, type SeriesRow, seriesNotFound } from "./number-series.queries.ts";
import { checkSeriesLines } from "./number-series-lines.rules.ts";
import type { NumberingTables } from "./numbering.tables.ts";

const resource = "number-series";
const constraint = "number_series_code_key";

/** @throws Conflict `duplicate`, Invalid `validation` naming what is wrong with the lines */
export function createNumberSeries(ctx: Context, input: NewNumberSeries): Promise<NumberSeries> {
  return inTransaction(ctx, async (tx) => {
    const lines = completeLines(input.lines ?? [], []);
    const { id } = await refusingDuplicates({ constraint, key: input.code }, () =>
      tx.db
        .insertInto("number_series")
        .values({ description: null, ...columnsOf(input), code: input.code })
        .returning("id")
        .executeTakeFirstOrThrow(),
    );
    await writeLines(tx.db, id, lines);
    const series = presentSeries(await readSeries(tx.db, id));
    await recordChange(tx, {
      action: "numberSeries.created",
      resource,
      key: series.code,
      changes: differences({}, { ...columnsOf(input), lines }),
    });
    return series;
  });
}

/** @throws NotFound `not_found`, Conflict `duplicate`, Stale `stale_version`, Invalid `validation` */
export function changeNumberSeries(
  ctx: Context,
  code: string,
  input: NumberSeriesChanges,
  ifMatch: number | null,
): Promise<NumberSeries> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockSeries(tx.db, code);
    expectVersion(before, ifMatch);
    const lines = input.lines ? completeLines(input.lines, before.lines) : before.lines;
    const values = columnsOf(input);
    const changes = differences<Record<string, unknown>>({ ...before }, { ...values, lines });
    if (Object.keys(changes).length === 0) return presentSeries(before);

    await refusingDuplicates({ constraint, key: input.code ?? code }, () =>
      tx.db
        .updateTable("number_series")
        .set({ ...values, version: before.version + 1, last_modified_at: sql`now()` })
        .where("id", "=", before.id)
        .execute(),
    );
    if (changes.lines) await writeLines(tx.db, before.id, lines);
    await recordChange(tx, { action: "numberSeries.changed", resource, key: code, changes });
    return presentSeries(await readSeries(tx.db, before.id));
  });
}

/** @throws NotFound `not_found`, Conflict `setup_in_use`, Stale `stale_version` */
export function deleteNumberSeries(ctx: Context, code: string, ifMatch: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const series = await lockSeries(tx.db, code);
    expectVersion(series, ifMatch);
    await refuseWhileInUse(tx.db, "number_series", series);
    await tx.db.deleteFrom("number_series").where("id", "=", series.id).execute();
    await recordChange(tx, { action: "numberSeries.deleted", resource, key: code });
  });
}

/** The series as it is once nobody draws from it any more; draws wait from now on. */
async function lockSeries(tx: Tx, code: string): Promise<SeriesRow> {
  const series = await tx
    .selectFrom("number_series")
    .select("id")
    .where("code", "=", code)
    .forUpdate()
    .executeTakeFirst();
  if (!series) throw seriesNotFound(code);
  await tx
    .selectFrom("number_series_lines")
    .select("series_id")
    .where("series_id", "=", series.id)
    .forUpdate()
    .execute();
  return readSeries(tx, series.id);
}

/** The lines with everything that was left out, by starting date; refused when they cannot be counted along. */
function completeLines(
  lines: readonly NumberSeriesLineInput[],
  stored: readonly NumberSeriesLine[],
): NumberSeriesLine[] {
  const complete = lines.map((line) => {
    const existing = stored.find(({ startingDate }) => startingDate === line.startingDate);
    return {
      startingDate: line.startingDate,
      startingNo: line.startingNo,
      endingNo: line.endingNo ?? null,
      warningNo: line.warningNo ?? null,
      incrementBy: line.incrementBy ?? 1,
      lastNoUsed: line.lastNoUsed === undefined ? (existing?.lastNoUsed ?? null) : line.lastNoUsed,
      open: line.open ?? true,
    };
  });
  const errors = checkSeriesLines(complete);
  if (errors.length > 0) throw new Invalid("validation", {}, errors);
  return complete.sort((a, b) => (a.startingDate < b.startingDate ? -1 : 1));
}

/** Replaces the lines of a series. A line that stays is updated: draws that wait for it go on with it. */
async function writeLines(tx: Tx, seriesId: number, lines: readonly NumberSeriesLine[]): Promise<void> {
  const dates = lines.map((line) => line.startingDate);
  await tx
    .deleteFrom("number_series_lines")
    .where("series_id", "=", seriesId)
    .where(sql<boolean>`starting_date <> all(${dates}::date[])`)
    .execute();
  if (lines.length === 0) return;
  await tx
    .insertInto("number_series_lines")
    .values(
      lines.map((line) => ({
        series_id: seriesId,
        starting_date: line.startingDate,
        starting_no: line.startingNo,
        ending_no: line.endingNo,
        warning_no: line.warningNo,
        increment_by: line.incrementBy,
        last_no_used: line.lastNoUsed,
        open: line.open,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(["series_id", "starting_date"]).doUpdateSet((eb) => ({
        starting_no: eb.ref("excluded.starting_no"),
        ending_no: eb.ref("excluded.ending_no"),
        warning_no: eb.ref("excluded.warning_no"),
        increment_by: eb.ref("excluded.increment_by"),
        last_no_used: eb.ref("excluded.last_no_used"),
        open: eb.ref("excluded.open"),
      })),
    )
    .execute();
}

/** The columns of the fields that are given. */
function columnsOf(input: NumberSeriesChanges): Updateable<NumberingTables["number_series"]> {
  const columns = {
    code: input.code,
    description: input.description,
    allow_automatic: input.allowAutomatic,
    allow_manual: input.allowManual,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
