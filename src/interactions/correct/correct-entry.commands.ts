import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { rederivedOn } from "#contacts/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, Invalid } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { changedDaysOf } from "#statistics/index.ts";
import { listComments } from "../comments.commands.ts";
import {
  cancelEntries,
  holdContactsOf,
  lockCampaignEntriesOf,
  lockEntries,
  reinstateEntries,
} from "../log-entries.commands.ts";
import { getLogEntry } from "../log-entries.queries.ts";
import type { LogEntry } from "../log-entry.contract.ts";
import { record } from "../record-interactions.commands.ts";
import { refuseErased } from "../refuse-erased.ts";
import type { InheritedColumns } from "./corrected-entry.ts";
import type { CorrectedFields } from "./correction.contract.ts";
import {
  type CorrectedValue,
  correctableValues,
  correctedInput,
  decideCorrection,
  differencesOf,
  isUnchanged,
  keptFields,
} from "./correction.rules.ts";

/** What is to be different, and why. */
export interface Correction {
  readonly change: CorrectedFields;
  readonly reason: string;
}

/**
 * Records a new entry in the place of a logged one, which is canceled with the reason (B10). Comments go along, and the
 * attachment without its bytes being stored again.
 *
 * @throws NotFound, Stale; Conflict `interaction_corrected`, `interaction_canceled`; Invalid `correction_changes_nothing`
 * and whatever keeps an interaction from being recorded
 */
export function correctEntry(
  ctx: Context,
  entryNo: number,
  { change, reason }: Correction,
  seenVersion: number | null,
): Promise<LogEntry> {
  return inTransaction(ctx, async (tx) => {
    await holdContactsOf(tx, [entryNo]);
    await lockCampaignEntriesOf(tx, [entryNo]);
    await lockEntries(tx, [entryNo]);
    await refuseErased(tx.db, [entryNo]);
    const before = await getLogEntry(tx, entryNo);
    expectVersion(before, seenVersion);
    const decision = decideCorrection(before);
    if (!decision.allowed)
      throw new Conflict(decision.because, { entryNo, correctedByEntryNo: before.correctedByEntryNo });
    const [outcome] = await record(
      tx,
      [
        {
          input: correctedInput(before, change),
          comments: await listComments(tx, entryNo),
          corrects: {
            kept: keptFields(before, change),
            columns: await inheritedColumns(tx, before, change),
          },
        },
      ],
      { isAtomic: true },
    );
    const after = await getLogEntry(tx, outcome!.entry!.entryNo);
    const changes = changesOf(before, after, change);
    if (changes.length === 0) throw new Invalid("correction_changes_nothing");
    await replace(tx, entryNo, after.entryNo, reason);
    await recordBoth(tx, entryNo, after.entryNo, { reason, changes });
    return after;
  });
}

/** An attachment differs when another one, or none, was said. */
function changesOf(before: LogEntry, after: LogEntry, { attachment }: CorrectedFields): CorrectedValue[] {
  const said = attachment === undefined ? before.attachmentNo : (attachment?.attachmentNo ?? null);
  return differencesOf(correctableValues(before, before.attachmentNo), correctableValues(after, said));
}

async function inheritedColumns(
  tx: TransactionContext,
  before: LogEntry,
  change: CorrectedFields,
): Promise<InheritedColumns> {
  const isKept = (field: "contactNo" | "interactionTemplateCode" | "languageCode" | "campaignNo") =>
    isUnchanged(change[field], before[field]);
  const columns = [
    ...["segment_no", "logged_segment_entry_no", "document_type", "document_no", "version_no"],
    ...["document_occurrence", "delivery_status"],
    ...(isKept("contactNo") ? ["former_contact_id"] : []),
    ...(isKept("interactionTemplateCode") ? ["group_id"] : []),
    ...(isKept("interactionTemplateCode") && isKept("languageCode") ? ["language_id"] : []),
    ...(isKept("campaignNo") && before.campaignNo !== null ? ["campaign_entry_no"] : []),
  ];
  const altAddress = isKept("contactNo") ? sql`, ${altAddressOn(change.date ?? before.date)}` : sql``;
  const { rows } = await sql<Omit<InheritedColumns, "corrects_entry_no">>`
    select ${sql.join(columns.map((column) => sql.ref(column)))} ${altAddress} from interaction_log_entries e
     where entry_no = ${before.entryNo}`.execute(tx.db);
  return { ...rows[0]!, corrects_entry_no: before.entryNo };
}

/** R-ALT for another date. What stayed with the company that a person left keeps the address of the person. */
function altAddressOn(date: string) {
  const rederived = rederivedOn(
    sql.ref("e.contact_id"),
    sql.ref("e.contact_alt_address_code"),
    sql.ref("e.happened_at"),
    date,
  );
  return sql`case when e.former_contact_id is null then ${rederived} else e.contact_alt_address_code end
    as contact_alt_address_code`;
}

/** The old entry counts no more, and names the one in its place. */
async function replace(
  tx: TransactionContext,
  entryNo: number,
  correctedByEntryNo: number,
  reason: string,
): Promise<void> {
  await sql`
    with written as (
      update interaction_log_entries
         set canceled = true, canceled_at = now(), canceled_by = ${tx.actor.name}, cancel_reason = ${reason},
             corrected_by_entry_no = ${correctedByEntryNo}, version = version + 1, last_modified_at = now()
       where entry_no = ${entryNo} returning happened_at
    )
    ${changedDaysOf("written")}`.execute(tx.db);
}

async function recordBoth(
  tx: TransactionContext,
  entryNo: number,
  correctedByEntryNo: number,
  { reason, changes }: { reason: string; changes: readonly CorrectedValue[] },
): Promise<void> {
  const resource = "interaction-log-entries";
  await recordChange(tx, {
    action: "interaction.corrected",
    resource,
    key: entryNo,
    changes: { reason, correctedByEntryNo },
  });
  await recordChange(tx, {
    action: "interaction.correction",
    resource,
    key: correctedByEntryNo,
    changes: {
      reason,
      correctsEntryNo: entryNo,
      ...Object.fromEntries(changes.map(({ field, before, after }) => [field, [before, after]])),
    },
  });
}

/**
 * Cancels an entry that corrects another one, and puts that one back.
 *
 * @throws Conflict `no_correction` unless it stands in the place of another entry, `interaction_canceled`,
 * `campaign_entry_canceled`
 */
export function undoCorrection(ctx: Context, entryNo: number, reason: string | null): Promise<LogEntry> {
  return inTransaction(ctx, async (tx) => {
    const { correctsEntryNo } = await getLogEntry(tx, entryNo);
    const corrected = correctsEntryNo ?? entryNo;
    await holdContactsOf(tx, [corrected]);
    await lockCampaignEntriesOf(tx, [corrected]);
    const [first, last] = await lockEntries(tx, [corrected, entryNo]);
    if (last === undefined || first!.corrected_by_entry_no !== entryNo)
      throw new Conflict("no_correction", { entryNo });
    if (last.canceled) throw new Conflict("interaction_canceled", { entryNo });
    await cancelEntries(tx, [entryNo], { reason });
    const [entry] = await reinstateEntries(tx, [corrected], reason);
    return entry!;
  });
}
