import type { Readable } from "node:stream";
import type { Context } from "#app/database.ts";
import { getStoredAttachment, openAttachment } from "#attachments/index.ts";
import type { ImageType } from "./pictures.rules.ts";

/** A picture and whose it is. */
export interface PictureOf {
  readonly no: string;
  readonly name: string | null;
  readonly imageNo: number;
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
