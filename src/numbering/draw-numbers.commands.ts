import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { Conflict } from "#platform/errors.ts";
import {
  decideAutomaticNumber,
  type NumberSeriesLine,
  type NumbersTaken,
  takeNumbers,
} from "./number-series.rules.ts";

export interface DrawnNumbers {
  /** In the order in which single draws would have given them. */
  readonly numbers: readonly string[];
  /** The last of them has reached the warning number of the series. */
  readonly warning: boolean;
}

/** The line used today, locked until the transaction ends, with what its series says. */
interface LockedLine extends NumberSeriesLine {
  readonly series_id: number;
  readonly series_code: string;
  readonly allow_automatic: boolean;
}

/**
 * Draws `count` numbers (at least 1) from the series, all or none (contacts §2). The line stays locked until the
 * transaction ends, so that no two draws give the same number: draw late in a transaction.
 *
 * @param today the organisation's date, `YYYY-MM-DD`
 * @throws Conflict `automatic_no`, `no_series_no_line`, `no_series_exhausted`, `no_series_not_countable`
 */
export async function drawNumbers(
  tx: Tx,
  seriesId: number,
  today: string,
  count: number,
): Promise<DrawnNumbers> {
  const line = await lockLine(tx, seriesId, today);
  const taken = takeOrRefuse(line, line, count);
  await keepLastNumber(tx, line, taken.lastNoUsed);
  return { numbers: taken.numbers, warning: taken.warning };
}

const largestBlock = 10_000;

/**
 * Like `drawNumbers`, but skips numbers that records have got by hand. Numbers are looked at in blocks that
 * double, and the series is left at the last number given, so that nothing is skipped needlessly.
 *
 * @param findTaken which of these numbers are in use: one statement over the table that claims them
 */
export async function drawFreeNumbers(
  tx: Tx,
  { seriesId, today, count }: { readonly seriesId: number; readonly today: string; readonly count: number },
  findTaken: (numbers: readonly string[]) => Promise<readonly string[]>,
): Promise<DrawnNumbers> {
  const line = await lockLine(tx, seriesId, today);
  const free: string[] = [];
  let lastNoUsed = line.lastNoUsed;
  let size = count;
  while (free.length < count) {
    const block = takeBlock(line, lastNoUsed, size, count - free.length);
    const used = new Set(await findTaken(block.numbers));
    free.push(...block.numbers.filter((no) => !used.has(no)).slice(0, count - free.length));
    lastNoUsed = free.length < count ? block.lastNoUsed : free.at(-1)!;
    size = Math.min(size * 2, largestBlock);
  }
  await keepLastNumber(tx, line, lastNoUsed!);
  const reached = takeNumbers({ ...line, startingNo: lastNoUsed!, lastNoUsed: null }, 1);
  return { numbers: free, warning: reached.taken && reached.warning };
}

/** A block of up to `size` numbers to look at; towards the end of the series smaller, down to the `needed` ones. */
function takeBlock(line: LockedLine, lastNoUsed: string | null, size: number, needed: number): Taken {
  const rest = { ...line, lastNoUsed };
  for (let smaller = size; smaller > needed; smaller = Math.floor(smaller / 2)) {
    const block = takeNumbers(rest, smaller);
    if (block.taken) return block;
  }
  return takeOrRefuse(line, rest, needed);
}

type Taken = Extract<NumbersTaken, { taken: true }>;

async function lockLine(tx: Tx, seriesId: number, today: string): Promise<LockedLine> {
  // A line that is closed while we wait for its lock is passed over: rows are locked below the limit.
  const { rows } = await sql<LockedLine>`
    select l.series_id, s.code as series_code, s.allow_automatic, l.starting_date as "startingDate",
           l.starting_no as "startingNo", l.ending_no as "endingNo", l.warning_no as "warningNo",
           l.increment_by as "incrementBy", l.last_no_used as "lastNoUsed", l.open
      from number_series_lines l join number_series s on s.id = l.series_id
     where l.series_id = ${seriesId} and l.open and l.starting_date <= ${today}
     order by l.starting_date desc
     limit 1
       for update of l`.execute(tx);
  const line = rows[0];
  if (!line) throw new Conflict("no_series_no_line", { key: await codeOfSeries(tx, seriesId) });
  const decision = decideAutomaticNumber({ allowAutomatic: line.allow_automatic });
  if (!decision.allowed) throw new Conflict(decision.because, { key: line.series_code });
  return line;
}

const refusals = {
  exhausted: "no_series_exhausted",
  too_long: "no_series_exhausted",
  no_digits: "no_series_not_countable",
  different_shape: "no_series_not_countable",
} as const;

function takeOrRefuse(series: LockedLine, line: NumberSeriesLine, count: number): Taken {
  const result = takeNumbers(line, count);
  if (!result.taken) throw new Conflict(refusals[result.because], { key: series.series_code });
  return result;
}

async function keepLastNumber(tx: Tx, line: LockedLine, lastNoUsed: string): Promise<void> {
  await tx
    .updateTable("number_series_lines")
    .set({ last_no_used: lastNoUsed })
    .where("series_id", "=", line.series_id)
    .where("starting_date", "=", line.startingDate!)
    .execute();
}

async function codeOfSeries(tx: Tx, seriesId: number): Promise<string> {
  const series = await tx
    .selectFrom("number_series")
    .select("code")
    .where("id", "=", seriesId)
    .executeTakeFirst();
  return series?.code ?? String(seriesId);
}
