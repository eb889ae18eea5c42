/** Pictures of contacts and parties (contacts §9). Pure. */

/** Kinds that are taken, as their bytes say; nothing that can hold a script. */
export const imageTypes = { "image/png": "png", "image/jpeg": "jpg", "image/webp": "webp" } as const;
export type ImageType = keyof typeof imageTypes;

/** Bytes of a picture: it is shown small, and the browser makes it small before it sends it. */
export const maxImageBytes = 2_000_000;
/** Pixels of its longer side. */
export const maxImageSide = 4096;

export function isImageType(mimeType: string): mimeType is ImageType {
  return mimeType in imageTypes;
}

/**
 * Where the picture of a record is: another address for every picture, so that it may be kept; `null` without one.
 * `resource` is plural kebab-case, as in the address.
 */
export function imageAddress(resource: string, no: string, imageNo: number | null): string | null {
  return imageNo === null ? null : `/api/v1/${resource}/${encodeURIComponent(no)}/image?version=${imageNo}`;
}

/** `<no> <name>.jpg`, without what no file system takes. */
export function imageFileName({ no, name }: { no: string; name: string | null }, type: ImageType): string {
  const stem = [no, name]
    .filter(Boolean)
    .join(" ")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u001f/\\:*?"<>|]/g, "_");
  return `${stem}.${imageTypes[type]}`;
}
