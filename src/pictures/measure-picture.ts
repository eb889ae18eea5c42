import { imageDimensionsFromData } from "image-dimensions";
import { detectMimeType } from "#attachments/index.ts";
import { Conflict, UnsupportedMedia } from "#platform/errors.ts";
import { type ImageType, isImageType, maxImageSide } from "./pictures.rules.ts";

export interface Dimensions {
  readonly type: ImageType;
  /** In pixels. */
  readonly width: number;
  readonly height: number;
}

/**
 * What a picture is, by its bytes alone; they are at most `maxImageBytes`.
 *
 * @throws UnsupportedMedia `image_kind`, Conflict `image_side`
 */
export function measurePicture(bytes: Uint8Array): Dimensions {
  const type = detectMimeType(bytes.subarray(0, 4096), null);
  const size = isImageType(type) ? imageDimensionsFromData(bytes) : undefined;
  if (!isImageType(type) || !size || size.width < 1 || size.height < 1)
    throw new UnsupportedMedia("image_kind");
  if (Math.max(size.width, size.height) > maxImageSide)
    throw new Conflict("image_side", { maximum: maxImageSide });
  return { type, width: size.width, height: size.height };
}
