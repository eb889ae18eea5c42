import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { type AttachmentsConfig, discardAttachments, type Upload } from "#attachments/index.ts";
import { type StoredPicture, storePicture, type WantedPicture } from "#pictures/index.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { emit } from "#platform/events/events.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { contactImagesWritten } from "../contact-events.ts";
import { type DetailedContact, lockDetailed, recordDetail } from "../details/detailed-contact.ts";
import { touchContacts } from "../details/touch.ts";
import { imageNoColumn } from "./image.queries.ts";

/**
 * Gives a contact a picture; the one it had goes, and its parties follow.
 *
 * @throws NotFound `contact_not_found`; Conflict `contact_erased`; everything that `storePicture` throws
 */
export function putImage(
  ctx: Context,
  config: AttachmentsConfig,
  wanted: WantedPicture,
  upload: Upload,
): Promise<StoredPicture> {
  return storePicture(ctx, config, wanted, upload, {
    hold: (tx) => lockNamed(tx, wanted.no),
    give: async (tx, contact, imageNo) => {
      await setContactImages(tx, [{ contactId: contact.id, imageNo }]);
      await recordDetail(tx, contact, "contact.changed", { image: [contact.imageNo !== null, true] });
    },
  });
}

/** @throws NotFound `contact_not_found`; Stale; Conflict `contact_erased` */
export function deleteImage(ctx: Context, { no, ifMatch }: WantedPicture): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockNamed(tx, no);
    expectVersion({ version: contact.imageNo ?? 0 }, ifMatch);
    if (contact.imageNo === null) return;
    await setContactImages(tx, [{ contactId: contact.id, imageNo: null }]);
    await recordDetail(tx, contact, "contact.changed", { image: [true, false] });
  });
}

interface NamedContact extends DetailedContact {
  readonly name: string | null;
  readonly imageNo: number | null;
}

async function lockNamed(tx: TransactionContext, no: string): Promise<NamedContact> {
  const contact = await lockDetailed(tx.db, no);
  const { rows } = await sql<{ name: string | null; imageNo: number | null }>`
    select c.name, ${sql.raw(imageNoColumn)} from contacts c where c.id = ${contact.id}`.execute(tx.db);
  return { ...contact, ...rows[0]! };
}

/** A contact and the picture that it gets; `null` takes it away. */
export interface ImageOfContact {
  readonly contactId: number;
  readonly imageNo: number | null;
}

/**
 * Gives contacts pictures that are stored already, however many with the same statements; who cares hears of it. What
 * nothing names any more goes. The contacts are locked by the caller.
 */
export async function setContactImages(
  tx: TransactionContext,
  images: readonly ImageOfContact[],
  { originPartyIds = [] }: { readonly originPartyIds?: readonly number[] } = {},
): Promise<void> {
  if (images.length === 0) return;
  const ids = images.map(({ contactId }) => contactId);
  const { rows } = await sql<{ imageNo: number }>`
    delete from contact_images where contact_id = any(${ids}::bigint[]) returning attachment_no as "imageNo"`.execute(
    tx.db,
  );
  await sql`
    insert into contact_images (contact_id, attachment_no)
    select contact_id, image_no
      from unnest(${ids}::bigint[], ${images.map(({ imageNo }) => imageNo)}::bigint[]) as i(contact_id, image_no)
     where image_no is not null`.execute(tx.db);
  await touchContacts(tx.db, ids);
  await emit(tx, contactImagesWritten, { ids, originPartyIds });
  await discardAttachments(
    tx,
    rows.map(({ imageNo }) => imageNo),
  );
}
