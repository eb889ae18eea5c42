import { sql, type Updateable } from "kysely";
import type { Context } from "#app/database.ts";
import { rederivedOn } from "#contacts/index.ts";
import { drawRecordNo, refuseManualNo, resolveNumbers } from "#numbering/index.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { Conflict } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { findUsersSalespersonCode, refuseNewlyChosen } from "#salespeople/index.ts";
import { refuseUnknownReferences, resolveReferences } from "#setup/index.ts";
import type { NewSegment, Segment, SegmentChanges } from "./segments.contract.ts";
import { getSegment, getSegmentRow, lockSegment, presentSegment } from "./segments.queries.ts";
import { decideFollowing } from "./segments.rules.ts";
import type { SegmentsTables } from "./segments.tables.ts";

const constraint = "segments_no_key";
const ignored = ["version", "lastModifiedAt", "salespersonName", "campaignDescription", "lineCount"];

/**
 * Creates a segment (segments §5.1).
 *
 * @throws Invalid `not_found`, `salesperson_blocked`; Conflict `duplicate`, `segment_manual_no`, `setup_missing`
 */
export function createSegment(ctx: Context, input: NewSegment): Promise<Segment> {
  return inTransaction(ctx, async (tx) => {
    const salespersonCode =
      input.salespersonCode === undefined ? await findUsersSalespersonCode(tx) : input.salespersonCode;
    const columns = await columnsOf(tx, { ...input, salespersonCode }, null);
    const { no, seriesId } = await drawRecordNo(tx, "segments", input.no);
    const values = {
      description: null,
      campaign_id: null,
      salesperson_id: null,
      ...columns,
      date: input.date ?? localMoment(tx.now, tx.timeZone).date,
      no,
      no_series_id: seriesId,
    };
    await refusingDuplicates({ constraint, key: no, path: "no" }, () =>
      tx.db.insertInto("segments").values(values).execute(),
    );
    const segment = await getSegment(tx.db, no);
    await recordChange(tx, {
      action: "segment.created",
      resource: "segments",
      key: no,
      changes: differences({}, segment, ignored),
    });
    return segment;
  });
}

/**
 * Changes a segment and, as `updateLines` says, its lines (segments §5.2).
 *
 * @throws NotFound, Stale, Conflict `confirmation_required` (`updateLines`), and what creating throws
 */
export function changeSegment(
  ctx: Context,
  no: string,
  { updateLines, ...input }: SegmentChanges,
  ifMatch: number | null,
): Promise<Segment> {
  return inTransaction(ctx, async (tx) => {
    await lockSegment(tx.db, no);
    const row = await getSegmentRow(tx.db, no);
    expectVersion(row, ifMatch);
    const before = presentSegment(row);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const changed = Object.keys(differences<object>(before, given));
    if (changed.length === 0) return before;
    const written: SegmentChanges = Object.fromEntries(changed.map((field) => [field, given[field]]));
    const decision = decideFollowing(changed, row.line_count, updateLines);
    if (decision === "ask")
      throw new Conflict("confirmation_required", { key: "updateLines", preselected: true });
    if (written.no !== undefined) await refuseManualNo(tx.db, "segments");
    const columns = await columnsOf(tx, written, before);
    const newNo = written.no ?? no;
    await refusingDuplicates({ constraint, key: newNo, path: "no" }, () =>
      tx.db
        .updateTable("segments")
        .set({ ...columns, version: row.version + 1, last_modified_at: sql`now()` })
        .where("id", "=", row.id)
        .execute(),
    );
    if (decision === "updateLines") await followSegment(tx, row.id, columns);
    const after = await getSegment(tx.db, newNo);
    await recordChange(tx, {
      action: "segment.changed",
      resource: "segments",
      key: no,
      changes: {
        ...differences(before, after, ignored),
        ...(decision === "updateLines" && { lines: row.line_count }),
      },
    });
    return after;
  });
}

/** Deletes a segment with its lines. @throws NotFound, Stale */
export function deleteSegment(ctx: Context, no: string, ifMatch: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    await lockSegment(tx.db, no);
    const row = await getSegmentRow(tx.db, no);
    expectVersion(row, ifMatch);
    await tx.db.deleteFrom("segment_lines").where("segment_id", "=", row.id).execute();
    await tx.db.deleteFrom("segments").where("id", "=", row.id).execute();
    await recordChange(tx, {
      action: "segment.deleted",
      resource: "segments",
      key: no,
      changes: { description: [row.description, null], lines: row.line_count },
    });
  });
}

type SegmentColumns = Updateable<SegmentsTables["segments"]>;

/** Overwrites the same-named fields of all lines in one statement; alternative addresses follow the date (§6.4). */
async function followSegment(tx: TransactionContext, segmentId: number, columns: SegmentColumns) {
  const { no: _, ...followed } = columns;
  const assignments = Object.entries(followed).map(([name, value]) => sql`${sql.ref(name)} = ${value}`);
  if (columns.date !== undefined) {
    const address = rederivedOn(
      sql`l.contact_id`,
      sql`l.contact_alt_address_code`,
      sql`l.date`,
      columns.date,
    );
    assignments.push(sql`contact_alt_address_code = ${address}`);
  }
  await sql`
    update segment_lines l set ${sql.join(assignments)}, version = version + 1, last_modified_at = now()
     where l.segment_id = ${segmentId}`.execute(tx.db);
}

/** The columns of the fields that are given. */
async function columnsOf(
  tx: TransactionContext,
  input: SegmentChanges | NewSegment,
  before: Segment | null,
): Promise<SegmentColumns> {
  const { rows, notFound } = await resolveReferences(tx.db, { salespersonCode: "salespeople" }, input);
  const campaign = await resolveNumbers(tx.db, { campaignNo: "campaigns" }, input);
  refuseUnknownReferences([...notFound, ...campaign.notFound]);
  refuseNewlyChosen(rows.salespersonCode, before?.salespersonCode ?? null);
  return {
    ...(input.no != null && { no: input.no }),
    ...(input.description !== undefined && { description: input.description }),
    ...(input.campaignNo !== undefined && { campaign_id: campaign.ids.campaignNo }),
    ...(input.salespersonCode !== undefined && { salesperson_id: rows.salespersonCode?.id ?? null }),
    ...(input.date !== undefined && { date: input.date }),
  };
}
