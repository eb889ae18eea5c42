import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, codeList, requiredCode, requiredText, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { contactFieldLengths as length } from "../../contact.rules.ts";

/** Contracts of the list of post codes, which fills in the rest of an address (contacts §1.1, §1.3). */

export const PostCode = z
  .object({
    code: z.string(),
    city: z.string(),
    county: z.string().nullable(),
    countryCode: z.string().nullable(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "PostCode" });
export type PostCode = z.output<typeof PostCode>;

const key = { code: requiredCode(length.postCode), city: requiredText(length.city) };
const rest = { county: text(length.county).optional(), countryCode: code(length.countryCode).optional() };

export const NewPostCode = z.strictObject({ ...key, ...rest }).meta({ id: "NewPostCode" });
export type NewPostCode = z.output<typeof NewPostCode>;

export const PostCodeChange = z
  .strictObject({ code: key.code.optional(), city: key.city.optional(), ...rest })
  .meta({ id: "PostCodeChange" });
export type PostCodeChange = z.output<typeof PostCodeChange>;

const path = "/post-codes/{code}/{city}";
const params = z.strictObject(key);

export const listPostCodes = endpoint({
  id: "listPostCodes",
  method: "GET",
  path: "/post-codes",
  access: "setup.read",
  summary: "Post codes with their cities; `search` looks for words in both.",
  query: listQuery(["code", "city"], {
    search: z.string().max(200).optional(),
    code: codeList().optional(),
    countryCode: codeList().optional(),
  }),
  result: listOf(PostCode).meta({ id: "PostCodes" }),
});

export const getPostCode = endpoint({
  id: "getPostCode",
  method: "GET",
  path,
  access: "setup.read",
  summary: "One post code of a city, in any case.",
  params,
  result: PostCode,
  problems: ["not_found"],
});

export const createPostCode = endpoint({
  id: "createPostCode",
  method: "POST",
  path: "/post-codes",
  access: "setup.write",
  summary: "Adds a post code; one post code may belong to several cities.",
  body: NewPostCode,
  result: PostCode,
  status: 201,
  problems: ["duplicate"],
});

export const changePostCode = endpoint({
  id: "changePostCode",
  method: "PATCH",
  path,
  access: "setup.write",
  summary: "Changes a post code; addresses stay as they are.",
  params,
  body: PostCodeChange,
  result: PostCode,
  problems: ["not_found", "duplicate", "stale_version"],
});

export const deletePostCode = endpoint({
  id: "deletePostCode",
  method: "DELETE",
  path,
  access: "setup.write",
  summary: "Deletes a post code; addresses stay as they are.",
  params,
  problems: ["not_found", "stale_version"],
});
