import { z } from "zod";
import { downloadProblems, uploadProblems, uploadType } from "#attachments/attachments.contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { flag, requiredCode } from "#platform/http/fields.ts";
import { contactFieldLengths } from "../contact.rules.ts";
import { imageTypes, maxImageBytes, maxImageSide } from "./image.rules.ts";

/** Contracts of a contact's picture (contacts §9). */

const path = "/contacts/{no}/image";
const params = z.object({ no: requiredCode(contactFieldLengths.no) });
const types = Object.keys(imageTypes);

/** A picture as it is stored. Its size is in bytes; `image` is its address, `version` its number for `If-Match`. */
export const ContactImage = z
  .object({
    contactNo: z.string(),
    image: z.string(),
    mimeType: z.string(),
    width: z.int(),
    height: z.int(),
    size: z.int(),
    version: z.int(),
  })
  .meta({ id: "ContactImage" });
export type ContactImage = z.output<typeof ContactImage>;

export const putContactImage = endpoint({
  id: "putContactImage",
  method: "PUT",
  path,
  access: "contacts.write",
  summary: "Give a contact a picture, or another one: the body is the file.",
  description: `PNG, JPEG or WebP by its bytes, at most ${maxImageBytes / 1_000_000} MB and ${maxImageSide} pixels at its longer side. The contact must have a name.`,
  params,
  consumes: [uploadType, ...types],
  result: ContactImage,
  problems: [
    "contact_image_kind",
    "contact_image_side",
    "contact_image_nameless",
    "contact_erased",
    ...uploadProblems,
  ],
});

export const getContactImage = endpoint({
  id: "getContactImage",
  method: "GET",
  path,
  access: "contacts.read",
  summary: "The picture of a contact.",
  description:
    "404 `contact_image_none` when there is none. Answers `ETag` and understands `If-None-Match`. `download=true`: as a file named after the contact's number and name. `version` may be anything: an address with it may be kept for a day.",
  params,
  query: z.strictObject({ download: flag().optional(), version: z.string().max(30).optional() }),
  produces: types,
  problems: ["contact_image_none", ...downloadProblems],
});

export const deleteContactImage = endpoint({
  id: "deleteContactImage",
  method: "DELETE",
  path,
  access: "contacts.write",
  summary: "Take the picture of a contact away; without one nothing happens.",
  params,
  problems: ["attachment_storage"],
});
