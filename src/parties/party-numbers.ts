import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { drawFreeNumbers } from "#numbering/index.ts";
import { decideAutomaticNumber, decideManualNumber } from "#numbering/number-series.rules.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { localMoment } from "#platform/moment.rules.ts";
import type { Referred } from "#setup/index.ts";
import { setupFieldsOfKind } from "./party-fields.rules.ts";
import type { PartyKind } from "./party-kinds.rules.ts";

type Series = Referred<"number_series"> | null;

/** Why a number cannot be chosen by hand; `null` where it can (contacts §2). */
export function refuseManualNo(series: Series): Conflict | null {
  if (decideManualNumber(series).allowed) return null;
  const values = { key: series?.code ?? "" };
  return new Conflict("manual_no", values, [{ path: "no", code: "manual_no", values }]);
}

/** Why no number can be drawn; `null` where one can. */
export function refuseAutomaticNo(kind: PartyKind, series: Series): Conflict | null {
  const decision = decideAutomaticNumber(series);
  if (decision.allowed) return null;
  if (series) return new Conflict(decision.because, { key: series.code });
  const field = setupFieldsOfKind[kind].nos;
  return new Conflict("setup_missing", { field }, [{ path: field, code: "setup_missing" }]);
}

/** Draws numbers that no party of the kind has. */
export async function drawPartyNumbers(
  tx: TransactionContext,
  kind: PartyKind,
  seriesId: number,
  count: number,
): Promise<readonly string[]> {
  const today = localMoment(tx.now, tx.timeZone).date;
  const { numbers } = await drawFreeNumbers(tx.db, { seriesId, today, count }, (block) =>
    findTakenNos(tx.db, kind, block),
  );
  return numbers;
}

async function findTakenNos(db: Db, kind: PartyKind, nos: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ no: string }>`
    select no from parties where kind = ${kind} and no = any(${nos}::text[])`.execute(db);
  return rows.map(({ no }) => no);
}
