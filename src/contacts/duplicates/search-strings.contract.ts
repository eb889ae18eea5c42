import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import {
  defaultStringLength,
  longestString,
  searchFields,
  searchParts,
  shortestString,
} from "./search-string.rules.ts";

/** Contract of the set-up of search strings (contacts, section 5). Every change has all companies indexed again. */

export const DuplicateSearchString = z
  .object({
    field: z.enum(searchFields),
    part: z.enum(searchParts),
    length: z.int(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "DuplicateSearchString" });
export type DuplicateSearchString = z.output<typeof DuplicateSearchString>;

const length = z.int().min(shortestString).max(longestString);

export const NewDuplicateSearchString = z
  .strictObject({
    field: z.enum(searchFields),
    part: z.enum(searchParts),
    length: length.default(defaultStringLength),
  })
  .meta({ id: "NewDuplicateSearchString" });

const params = z.strictObject({ field: z.enum(searchFields), part: z.enum(searchParts) });
const path = "/duplicate-search-strings";
const description =
  "Which end of which field of companies is compared, and how many characters of it. When search strings are maintained, every change queues a job that indexes all companies again.";

export const listDuplicateSearchStrings = endpoint({
  id: "listDuplicateSearchStrings",
  method: "GET",
  path,
  access: "setup.read",
  summary: "The search strings by which companies are compared, field by field.",
  query: listQuery(["field"], {}),
  result: listOf(DuplicateSearchString),
});

export const getDuplicateSearchString = endpoint({
  id: "getDuplicateSearchString",
  method: "GET",
  path: `${path}/{field}/{part}`,
  access: "setup.read",
  summary: "One search string.",
  params,
  result: DuplicateSearchString,
  problems: ["not_found"],
});

export const createDuplicateSearchString = endpoint({
  id: "createDuplicateSearchString",
  method: "POST",
  path,
  access: "setup.write",
  summary: "Adds a search string.",
  description,
  body: NewDuplicateSearchString,
  result: DuplicateSearchString,
  status: 201,
  problems: ["duplicate"],
});

export const changeDuplicateSearchString = endpoint({
  id: "changeDuplicateSearchString",
  method: "PATCH",
  path: `${path}/{field}/{part}`,
  access: "setup.write",
  summary: "Changes how many characters a search string has.",
  description,
  params,
  body: z.strictObject({ length: length.optional() }).meta({ id: "DuplicateSearchStringChanges" }),
  result: DuplicateSearchString,
  problems: ["not_found", "stale_version"],
});

export const deleteDuplicateSearchString = endpoint({
  id: "deleteDuplicateSearchString",
  method: "DELETE",
  path: `${path}/{field}/{part}`,
  access: "setup.write",
  summary: "Deletes a search string, with what companies have of it.",
  params,
  problems: ["not_found", "stale_version"],
});

export const restoreDuplicateSearchStrings = endpoint({
  id: "restoreDuplicateSearchStrings",
  method: "POST",
  path: `${path}/restore-defaults`,
  access: "setup.write",
  summary:
    "Puts the 16 default search strings in the place of the present ones: both ends of name, address, city, phone, VAT number, post code, e-mail and mobile phone.",
  result: listOf(DuplicateSearchString),
});
