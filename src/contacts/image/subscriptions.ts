import { sql } from "kysely";
import { discardAttachments } from "#attachments/index.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { on } from "#platform/events/events.ts";
import { contactsDeleting, contactsErasing } from "../contact-events.ts";

/** The bytes of a picture go with its contact; of an erased one also what an undone merge would bring back. */
export const imageSubscriptions = [
  on(contactsDeleting, "images of contacts", (tx, { ids }) => dropPictures(tx, ids)),
  on(contactsErasing, "images of erased contacts", async (tx, { ids }) => {
    const kept = await forgetMergedPictures(tx, ids);
    await forgetFileNames(tx, ids);
    await dropPictures(tx, ids);
    await discardAttachments(tx, kept);
  }),
];

/** A picture that a party shows too stays there, but its file is called after the contact. */
async function forgetFileNames(tx: TransactionContext, ids: readonly number[]): Promise<void> {
  await sql`
    update attachments a set file_name = concat_ws('.', 'image', a.file_extension)
      from contact_images i where i.attachment_no = a.no and i.contact_id = any(${ids}::bigint[])`.execute(
    tx.db,
  );
}

async function dropPictures(tx: TransactionContext, ids: readonly number[]): Promise<void> {
  const { rows } = await sql<{ attachment_no: number }>`
    delete from contact_images where contact_id = any(${ids}::bigint[]) returning attachment_no`.execute(
    tx.db,
  );
  await discardAttachments(
    tx,
    rows.map((row) => row.attachment_no),
  );
}

async function forgetMergedPictures(
  tx: TransactionContext,
  ids: readonly number[],
): Promise<readonly number[]> {
  const { rows } = await sql<{ attachmentNo: number }>`
    with forgotten as (
      delete from contact_merge_steps s using contact_merges m
       where m.id = s.merge_id and s.table_name = 'contact_images' and s.action = 'removed'
         and (m.survivor_id = any(${ids}::bigint[]) or m.duplicate_id = any(${ids}::bigint[]))
      returning s.details)
    select (d ->> 'attachment_no')::bigint as "attachmentNo" from forgotten cross join jsonb_array_elements(details) d`.execute(
    tx.db,
  );
  return rows.map((row) => row.attachmentNo);
}
