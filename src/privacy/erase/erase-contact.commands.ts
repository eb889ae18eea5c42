import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { discardAttachments } from "#attachments/index.ts";
import { contactsErasing } from "#contacts/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { emit } from "#platform/events/events.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { enqueue } from "#platform/jobs/index.ts";
import { deleteExportsOf } from "../export/exports.commands.ts";
import type { ErasedCounts, Erasure, ErasureRequest, Requester } from "../privacy.contract.ts";
import { blankContact } from "./blank-contact.ts";
import { blankPrimaryContacts, blankRecords, deleteUnlogged, forgetMergedStates } from "./blank-records.ts";
import { countErasable } from "./count-erasable.queries.ts";
import { lockSubject, type SubjectContact } from "./erasable-contact.ts";
import { eraseChildren } from "./erased-children.ts";
import { deleteErasedFiles } from "./erased-files.job.ts";
import { findCopies, forgetAnswers, forgetImports, forgetViews } from "./forget-copies.ts";

/**
 * Erases who a contact was (contacts §10, B9): everything in one transaction, or nothing. Files on the disk follow in a
 * job that begins once the erasure stands.
 *
 * @throws NotFound `contact_not_found`, `contact_merged`; Stale; Conflict `contact_erased`, `confirmation_required`
 */
export function eraseContact(
  ctx: Context,
  no: string,
  { confirm, ...request }: ErasureRequest,
  { ifMatch = null }: { ifMatch?: number | null } = {},
): Promise<Erasure> {
  return inTransaction(ctx, async (tx) => {
    const subject = await lockSubject(tx.db, no);
    expectVersion(subject, ifMatch);
    if (confirm !== true) throw new Conflict("confirmation_required", { key: "confirm", preselected: false });
    return eraseSubject(tx, subject, request);
  });
}

export interface ErasureCause {
  readonly requestedBy: Requester;
  readonly reason: string;
}

/** The same for a contact that `lockSubject` has locked. */
export async function eraseSubject(
  tx: TransactionContext,
  subject: SubjectContact,
  cause: ErasureCause,
): Promise<Erasure> {
  const { db } = tx;
  const copies = await findCopies(db, subject);
  const counts = await countErasable(db, subject, copies);
  await emit(tx, contactsErasing, { ids: [subject.id] });

  await forgetAnswers(db, subject, copies.words);
  await blankRecords(db, subject.id);
  await blankPrimaryContacts(db, subject.id);
  await forgetMergedStates(db, subject.id);
  await eraseChildren(db, subject.id);
  await blankContact(tx, subject);
  await forgetImports(db, copies.importIds);
  await forgetViews(db, copies.viewIds);
  const { rows } = await sql<{ attachments: number[] }>`
    select erase_contact_traces(${subject.id}) as attachments`.execute(db);
  await sql`select erase_contact_wording(${subject.id}, ${copies.words}::text[])`.execute(db);
  const unlogged = await deleteUnlogged(db, subject.id);
  await discardAttachments(tx, await withUploads(db, [...unlogged, ...rows[0]!.attachments]));
  const exportIds = await deleteExportsOf(db, subject.id);
  await enqueue(tx, deleteErasedFiles, { importIds: [...copies.importIds], exportIds: [...exportIds] });
  return recordErasure(tx, subject, cause, counts);
}

/** With the uploads that they were copied from: the same bytes, which would wait a week for whoever brought them. */
async function withUploads(tx: Tx, attachmentNos: readonly (number | null)[]): Promise<readonly number[]> {
  const nos = attachmentNos.filter((no) => no !== null);
  const { rows } = await sql<{ no: number }>`
    select no from attachments
     where blob_id in (select blob_id from attachments where no = any(${nos}::bigint[])) and not read_only`.execute(
    tx,
  );
  return [...nos, ...rows.map(({ no }) => no)];
}

async function recordErasure(
  tx: TransactionContext,
  { id, no }: SubjectContact,
  { requestedBy, reason }: ErasureCause,
  counts: ErasedCounts,
): Promise<Erasure> {
  const found = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  const erasedAt = tx.now.toISOString();
  const erasedBy = tx.actor.name;
  await tx.db
    .insertInto("contact_erasures")
    .values({
      contact_id: id,
      contact_no: no,
      requested_by: requestedBy,
      reason,
      erased_at: erasedAt,
      erased_by: erasedBy,
      counts: JSON.stringify(found),
    })
    .execute();
  await recordChange(tx, {
    action: "contact.erased",
    resource: "contacts",
    key: no,
    changes: { requestedBy, reason, counts: found },
  });
  return { contactNo: no, requestedBy, reason, erasedAt, erasedBy, counts: found };
}
