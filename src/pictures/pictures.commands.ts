import { readFile } from "node:fs/promises";
import type { Context } from "#app/database.ts";
import { type AttachmentsConfig, createAttachment, type Upload } from "#attachments/index.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { type Dimensions, measurePicture } from "./measure-picture.ts";
import { type ImageType, imageFileName, imageTypes, maxImageBytes } from "./pictures.rules.ts";

/** Whose picture is asked for. */
export interface WantedPicture {
  readonly no: string;
  /** Number of the picture that the caller has seen; `null` replaces whatever there is. */
  readonly ifMatch: number | null;
}

/** A record that gets a picture, as it is while it is locked. */
export interface PictureOwner {
  readonly no: string;
  readonly name: string | null;
  /** Number of the picture that it has. */
  readonly imageNo: number | null;
}

/** How a record gets its picture. */
export interface PictureGiving<Owner extends PictureOwner> {
  /** Locks the record, before anything of the file is. */
  readonly hold: (tx: TransactionContext) => Promise<Owner>;
  /** Lets it name the picture; the one that it had is let go of there. */
  readonly give: (tx: TransactionContext, owner: Owner, imageNo: number) => Promise<void>;
}

/** Sizes in pixels and bytes. */
export interface StoredPicture {
  readonly no: string;
  readonly imageNo: number;
  readonly mimeType: ImageType;
  readonly width: number;
  readonly height: number;
  readonly size: number;
}

/**
 * Stores a picture and gives it to a record, in one transaction.
 *
 * @throws Stale; Conflict `image_nameless`, `image_side`; UnsupportedMedia `image_kind`; TooLarge `file_too_large`; what
 * `hold` and `createAttachment` throw
 */
export async function storePicture<Owner extends PictureOwner>(
  ctx: Context,
  { dataFolder }: Pick<AttachmentsConfig, "dataFolder">,
  { no, ifMatch }: WantedPicture,
  upload: Upload,
  { hold, give }: PictureGiving<Owner>,
): Promise<StoredPicture> {
  let seen: Dimensions | undefined;
  let owner: Owner | undefined;
  const config = { dataFolder, uploadLimitBytes: maxImageBytes };
  const stored = await createAttachment(
    ctx,
    config,
    { ...upload, fileName: no },
    async (tx, imageNo) => {
      await tx.db
        .updateTable("attachments")
        .set({ file_name: imageFileName(owner!, seen!.type), file_extension: imageTypes[seen!.type] })
        .where("no", "=", imageNo)
        .execute();
      await give(tx, owner!, imageNo);
    },
    {
      accept: async (file) => {
        // The file is small: uploads of more than `maxImageBytes` never get here.
        seen = measurePicture(await readFile(file.path));
      },
      hold: async (tx) => {
        owner = await hold(tx);
        expectVersion({ version: owner.imageNo ?? 0 }, ifMatch);
        if (owner.name === null) throw new Conflict("image_nameless", { no });
      },
    },
  );
  const { type, width, height } = seen!;
  return {
    no: owner!.no,
    imageNo: stored.attachmentNo,
    mimeType: type,
    width,
    height,
    size: stored.size,
  };
}
