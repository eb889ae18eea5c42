import { imageAddress as addressOf } from "#pictures/pictures.rules.ts";

/** Where the picture of a contact is; `null` without one. */
export function imageAddress(no: string, imageNo: number | null): string | null {
  return addressOf("contacts", no, imageNo);
}
