import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { drawFreeNumbers } from "./draw-numbers.commands.ts";
import { decideAutomaticNumber, decideManualNumber } from "./number-series.rules.ts";

/** Records whose numbers are unique in their own table, and the field of the marketing set-up with their series. */
const series = {
  campaigns: { column: "campaign_nos_id", field: "campaignNos", manualNo: "manual_no" },
  segments: { column: "segment_nos_id", field: "segmentNos", manualNo: "segment_manual_no" },
  opportunities: { column: "opportunity_nos_id", field: "opportunityNos", manualNo: "manual_no" },
  tasks: { column: "task_nos_id", field: "taskNos", manualNo: "manual_no" },
} as const;

export type NumberedTable = keyof typeof series;

interface Series {
  readonly id: number;
  readonly code: string;
  readonly allowAutomatic: boolean;
  readonly allowManual: boolean;
}

async function findSeries(db: Db, table: NumberedTable): Promise<Series | null> {
  const { rows } = await sql<Series>`
    select s.id, s.code, s.allow_automatic as "allowAutomatic", s.allow_manual as "allowManual"
      from marketing_setup m join number_series s on s.id = m.${sql.ref(series[table].column)}`.execute(db);
  return rows[0] ?? null;
}

/** The number of a new record and the series that it was drawn from; `null` where somebody chose it. */
export interface RecordNo {
  readonly no: string;
  readonly seriesId: number | null;
}

/** As `drawRecordNo`, of records that keep no series. */
export async function giveRecordNo(
  tx: TransactionContext,
  table: NumberedTable,
  wished: string | null | undefined,
): Promise<string> {
  return (await drawRecordNo(tx, table, wished)).no;
}

/**
 * The number of a new record (contacts §2): the one it brings along, else the next of its series that is free.
 *
 * @throws Conflict `manual_no` or `segment_manual_no`, `setup_missing`, `automatic_no`, `no_series_no_line`,
 * `no_series_exhausted`
 */
export async function drawRecordNo(
  tx: TransactionContext,
  table: NumberedTable,
  wished: string | null | undefined,
): Promise<RecordNo> {
  const found = await findSeries(tx.db, table);
  if (wished != null) {
    refuseManual(found, table);
    return { no: wished, seriesId: null };
  }
  const { field } = series[table];
  const decision = decideAutomaticNumber(found);
  if (!decision.allowed) {
    if (found) throw new Conflict(decision.because, { key: found.code });
    throw new Conflict("setup_missing", { field }, [{ path: field, code: "setup_missing" }]);
  }
  const today = localMoment(tx.now, tx.timeZone).date;
  const { numbers } = await drawFreeNumbers(tx.db, { seriesId: found!.id, today, count: 1 }, (block) =>
    findTaken(tx.db, table, block),
  );
  return { no: numbers[0]!, seriesId: found!.id };
}

/** @throws Conflict `manual_no` or `segment_manual_no` where the series forbids numbers that people choose */
export async function refuseManualNo(db: Db, table: NumberedTable): Promise<void> {
  refuseManual(await findSeries(db, table), table);
}

function refuseManual(found: Series | null, table: NumberedTable): void {
  if (decideManualNumber(found).allowed) return;
  const values = { key: found?.code ?? "" };
  const code = series[table].manualNo;
  throw new Conflict(code, values, [{ path: "no", code, values }]);
}

async function findTaken(db: Db, table: NumberedTable, nos: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ no: string }>`
    select no from ${sql.table(table)} where no = any(${nos}::text[])`.execute(db);
  return rows.map(({ no }) => no);
}

/**
 * Ids of records by number, field by field: `{ campaignNo: "campaigns" }`. The records stay as long as the
 * transaction lasts.
 */
export async function resolveNumbers<const Fields extends Readonly<Record<string, NumberedTable>>>(
  db: Db,
  fields: Fields,
  values: { readonly [Field in keyof Fields]?: string | null | undefined },
): Promise<{
  readonly ids: { readonly [Field in keyof Fields]: number | null };
  readonly notFound: readonly string[];
}> {
  const named = Object.entries(fields).filter(([field]) => values[field] != null);
  const ids: Record<string, number | null> = Object.fromEntries(
    Object.keys(fields).map((field) => [field, null]),
  );
  if (named.length > 0) {
    const lookUps = named.map(
      ([field, table]) =>
        sql`(select id from ${sql.table(table)} where no = ${values[field]} for key share) as ${sql.ref(field)}`,
    );
    const { rows } = await sql<Record<string, number | null>>`select ${sql.join(lookUps)}`.execute(db);
    Object.assign(ids, rows[0]);
  }
  return {
    ids: ids as { [Field in keyof Fields]: number | null },
    notFound: named.filter(([field]) => ids[field] === null).map(([field]) => field),
  };
}
