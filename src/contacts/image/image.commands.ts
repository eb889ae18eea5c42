import { readFile } from "node:fs/promises";
import { imageDimensionsFromData } from "image-dimensions";
import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import {
  type AttachmentsConfig,
  createAttachment,
  detectMimeType,
  discardAttachments,
  type SpooledFile,
  type Upload,
} from "#attachments/index.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, UnsupportedMedia } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { type DetailedContact, lockDetailed, recordDetail } from "../details/detailed-contact.ts";
import { touchContacts } from "../details/touch.ts";
import type { ContactImage } from "./image.contract.ts";
import {
  type ImageType,
  imageAddress,
  imageFileName,
  imageTypes,
  isImageType,
  maxImageBytes,
  maxImageSide,
} from "./image.rules.ts";

interface Wanted {
  readonly no: string;
  /** Number of the picture that the caller has seen; `null` replaces whatever there is. */
  readonly ifMatch: number | null;
}

/**
 * Gives a contact a picture; the one it had goes.
 *
 * @throws NotFound `contact_not_found`; Stale; Conflict `contact_erased`, `contact_image_nameless`; UnsupportedMedia
 * `contact_image_kind`; TooLarge `file_too_large`; Conflict `contact_image_side`; everything that `createAttachment` throws
 */
export async function putImage(
  ctx: Context,
  { dataFolder }: AttachmentsConfig,
  { no, ifMatch }: Wanted,
  upload: Upload,
): Promise<ContactImage> {
  let seen: Dimensions | undefined;
  let contact: NamedContact | undefined;
  const config = { dataFolder, uploadLimitBytes: maxImageBytes };
  const stored = await createAttachment(
    ctx,
    config,
    { ...upload, fileName: no },
    async (tx, attachmentNo) => {
      const { id, imageNo } = contact!;
      await replaceRow(tx, id, attachmentNo);
      await tx.db
        .updateTable("attachments")
        .set({ file_name: imageFileName(contact!, seen!.type), file_extension: imageTypes[seen!.type] })
        .where("no", "=", attachmentNo)
        .execute();
      await discardAttachments(tx, [imageNo]);
      await recordDetail(tx, contact!, "contact.changed", { image: [imageNo !== null, true] });
    },
    {
      accept: async (file) => {
        seen = await measure(file);
      },
      hold: async (tx) => {
        contact = await lockNamed(tx, no);
        expectVersion({ version: contact.imageNo ?? 0 }, ifMatch);
        if (contact.name === null) throw new Conflict("contact_image_nameless", { no });
      },
    },
  );
  const { width, height, type } = seen!;
  return {
    contactNo: contact!.no,
    image: imageAddress(contact!.no, stored.attachmentNo)!,
    mimeType: type,
    width,
    height,
    size: stored.size,
    version: stored.attachmentNo,
  };
}

/** @throws NotFound `contact_not_found`; Stale; Conflict `contact_erased` */
export function deleteImage(ctx: Context, { no, ifMatch }: Wanted): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const contact = await lockNamed(tx, no);
    expectVersion({ version: contact.imageNo ?? 0 }, ifMatch);
    if (contact.imageNo === null) return;
    await replaceRow(tx, contact.id, null);
    await discardAttachments(tx, [contact.imageNo]);
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
    select c.name, (select max(attachment_no) from contact_images where contact_id = c.id) as "imageNo"
      from contacts c where c.id = ${contact.id}`.execute(tx.db);
  return { ...contact, ...rows[0]! };
}

async function replaceRow(tx: TransactionContext, contactId: number, imageNo: number | null): Promise<void> {
  await tx.db.deleteFrom("contact_images").where("contact_id", "=", contactId).execute();
  if (imageNo !== null)
    await tx.db
      .insertInto("contact_images")
      .values({ contact_id: contactId, attachment_no: imageNo })
      .execute();
  await touchContacts(tx.db, [contactId]);
}

interface Dimensions {
  readonly type: ImageType;
  readonly width: number;
  readonly height: number;
}

/** What the picture is, by its bytes alone. The file is small: uploads of more than `maxImageBytes` never get here. */
async function measure({ path, head }: SpooledFile): Promise<Dimensions> {
  const type = detectMimeType(head, null);
  const size = isImageType(type) ? imageDimensionsFromData(await readFile(path)) : undefined;
  if (!isImageType(type) || !size || size.width < 1 || size.height < 1)
    throw new UnsupportedMedia("contact_image_kind");
  if (Math.max(size.width, size.height) > maxImageSide)
    throw new Conflict("contact_image_side", { maximum: maxImageSide });
  return { type, width: size.width, height: size.height };
}
