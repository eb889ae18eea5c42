import { measurePicture } from "#pictures/index.ts";
import { maxImageBytes } from "#pictures/pictures.rules.ts";
import { AppError } from "#platform/errors.ts";
import type { CardPhoto } from "#platform/files/index.ts";
import type { RowFinding } from "../row-reports.ts";

/** The picture that a row brings, or why it cannot be had: that keeps no row from being imported. */
export interface RowPhoto {
  readonly bytes: Buffer | null;
  readonly warning: RowFinding | null;
}

const none: RowPhoto = { bytes: null, warning: null };

export function readRowPhoto(photo: CardPhoto | undefined): RowPhoto {
  if (photo === undefined) return none;
  if ("problem" in photo) {
    if (photo.problem === "linked") return warned("image_linked", { address: photo.excerpt });
    return photo.problem === "tooLarge" ? tooLarge() : warned("image_kind");
  }
  const bytes = Buffer.from(photo.base64, "base64");
  if (bytes.length > maxImageBytes) return tooLarge();
  try {
    measurePicture(bytes);
    return { bytes, warning: null };
  } catch (error) {
    // Whatever a reader of dimensions stumbles over is no picture.
    return error instanceof AppError ? warned(error.code, error.values) : warned("image_kind");
  }
}

function tooLarge(): RowPhoto {
  return warned("file_too_large", { maxMegabytes: Math.floor(maxImageBytes / 1_000_000) });
}

function warned(code: string, values: RowFinding["values"] = {}): RowPhoto {
  return { bytes: null, warning: { path: null, code, values } };
}
