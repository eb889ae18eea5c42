import { z } from "zod";
import { downloadProblems, uploadProblems, uploadType } from "#attachments/attachments.contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { flag, requiredCode } from "#platform/http/fields.ts";
import type { Right } from "#users/rights.rules.ts";
import { imageTypes, maxImageBytes, maxImageSide } from "./pictures.rules.ts";

/** Contracts of the picture of a record (contacts §9): the same three for contacts and every kind of party. */

const types = Object.keys(imageTypes);

/** A picture as it is stored. Its size is in bytes; `image` is its address, `version` its number for `If-Match`. */
const picture = {
  image: z.string(),
  mimeType: z.string(),
  width: z.int(),
  height: z.int(),
  size: z.int(),
  version: z.int(),
};

/** What has pictures. */
interface Pictured {
  /** Singular in the names of operations, such as `Contact`. */
  readonly name: string;
  /** Plural kebab-case, as in the address. */
  readonly resource: string;
  /** In sentences: `a contact`. */
  readonly words: string;
  /** Name of the field of the answer that says whose picture it is. */
  readonly ownerNo: "contactNo" | "partyNo";
  /** Longest number. */
  readonly noLength: number;
  readonly read: Right;
  readonly write: Right;
  /** Error ids of writing, beyond those of pictures. */
  readonly problems: readonly string[];
}

/** Declares how the picture of a record is given, shown and taken away. */
export function definePicture(of: Pictured) {
  const path = `/${of.resource}/{no}/image`;
  const params = z.object({ no: requiredCode(of.noLength) });
  // The field that names the owner is known by its name only here.
  const result = z.object({ [of.ownerNo]: z.string(), ...picture }).meta({ id: `${of.name}Image` });
  return {
    ...of,
    put: endpoint({
      id: `put${of.name}Image`,
      method: "PUT",
      path,
      access: of.write,
      summary: `Give ${of.words} a picture, or another one: the body is the file.`,
      description: `PNG, JPEG or WebP by its bytes, at most ${maxImageBytes / 1_000_000} MB and ${maxImageSide} pixels at its longer side. What gets it must have a name. What it is linked to follows (contacts, section 6.5).`,
      params,
      consumes: [uploadType, ...types],
      result: result as unknown as z.ZodObject<typeof picture>,
      problems: ["image_kind", "image_side", "image_nameless", ...of.problems, ...uploadProblems],
    }),
    get: endpoint({
      id: `get${of.name}Image`,
      method: "GET",
      path,
      access: of.read,
      summary: `The picture of ${of.words}.`,
      description:
        "404 `image_none` when there is none. Answers `ETag` and understands `If-None-Match`. `download=true`: as a file named after number and name. `version` may be anything: an address with it may be kept for a day.",
      params,
      query: z.strictObject({ download: flag().optional(), version: z.string().max(30).optional() }),
      produces: types,
      problems: ["image_none", ...downloadProblems],
    }),
    remove: endpoint({
      id: `delete${of.name}Image`,
      method: "DELETE",
      path,
      access: of.write,
      summary: `Take the picture of ${of.words} away; without one nothing happens.`,
      params,
      problems: [...of.problems, "attachment_storage"],
    }),
  };
}

/** The endpoints of one kind of record. */
export type PictureContract = ReturnType<typeof definePicture>;
