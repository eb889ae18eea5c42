import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { Invalid } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { isLine } from "./change-line.commands.ts";
import { getLineRow } from "./segment-lines.queries.ts";
import { lockSegment } from "./segments.queries.ts";

/** Takes a line off its segment (segments §6.7). @throws NotFound, Stale */
export function deleteLine(ctx: Context, no: string, lineNo: number, ifMatch: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const segment = await lockSegment(tx.db, no);
    const row = await getLineRow(tx.db, segment.no, lineNo, true);
    expectVersion(row, ifMatch);
    await sql`delete from segment_lines where ${isLine(row)}`.execute(tx.db);
    await recordChange(tx, {
      action: "segment.lineRemoved",
      resource: "segments",
      key: segment.no,
      changes: { lineNo, contactNo: [row.contact_no, null] },
    });
  });
}

/**
 * Takes up to a thousand lines off their segment with one statement: all of them or none; answers how many.
 *
 * @throws NotFound; Invalid `not_found` naming every line that is not there
 */
export function removeLines(ctx: Context, no: string, lineNos: readonly number[]): Promise<number> {
  return inTransaction(ctx, async (tx) => {
    const segment = await lockSegment(tx.db, no);
    const { rows } = await sql<{ line_no: number }>`
      delete from segment_lines where segment_id = ${segment.id} and line_no = any(${lineNos}::bigint[])
      returning line_no`.execute(tx.db);
    const removed = new Set(rows.map(({ line_no }) => line_no));
    const missing = lineNos.flatMap((lineNo, index) =>
      removed.has(lineNo) ? [] : [{ path: `lineNos.${index}`, code: "not_found", values: { key: lineNo } }],
    );
    if (missing.length > 0) throw new Invalid("not_found", missing[0]!.values, missing);
    await recordChange(tx, {
      action: "segment.linesRemoved",
      resource: "segments",
      key: segment.no,
      changes: {
        count: removed.size,
        firstLineNo: Math.min(...removed),
        lastLineNo: Math.max(...removed),
      },
    });
    return removed.size;
  });
}
