import type { Readable } from "node:stream";
import { sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { getStoredAttachment, openAttachment } from "#attachments/index.ts";
import { NotFound } from "#platform/errors.ts";
import { contactNotFound } from "../contact-errors.ts";
import type { ImageType } from "./image.rules.ts";

/** Column of the number of its picture, for a statement about contacts `c`. */
export const imageNoColumn = `(select max(attachment_no) from contact_images where contact_id = c.id) as "imageNo"`;

/** A picture and whose it is. */
export interface PictureOf {
  readonly no: string;
  readonly name: string | null;
  readonly imageNo: number;
}

/** @throws NotFound `contact_not_found`, `contact_image_none` */
export async function findPicture(db: Db, no: string): Promise<PictureOf> {
  const { rows } = await sql<Omit<PictureOf, "imageNo"> & { imageNo: number | null }>`
    select c.no, c.name, ${sql.raw(imageNoColumn)} from contact_numbers n join contacts c on c.id = n.contact_id
     where n.no = ${no}`.execute(db);
  if (!rows[0]) throw contactNotFound(no);
  const { imageNo, ...contact } = rows[0];
  if (imageNo === null) throw new NotFound("contact_image_none", { no });
  return { ...contact, imageNo };
}

export interface OpenedPicture {
  readonly bytes: Readable;
  readonly mimeType: ImageType;
  /** In bytes. */
  readonly size: number;
}

/** @throws NotFound `not_found`, `attachment_missing`; Unavailable `attachment_storage` */
export async function openPicture(ctx: Context, dataFolder: string, imageNo: number): Promise<OpenedPicture> {
  const stored = await getStoredAttachment(ctx, imageNo);
  const bytes = await openAttachment(ctx, dataFolder, stored);
  return { bytes, mimeType: stored.mime_type as ImageType, size: stored.size };
}
