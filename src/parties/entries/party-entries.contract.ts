import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { codeList, date, enumList, flag, requiredCode, signedAmount, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { partyKinds } from "../party-kinds.rules.ts";
import { entryDocumentTypes } from "./party-entry.rules.ts";

/** Contracts of what parties were invoiced (contacts §1.5), which classification counts. */

const written = {
  externalId: text(100).optional(),
  documentType: z.enum(entryDocumentTypes).optional(),
  documentNo: text(50).optional(),
  dueDate: date().nullable().optional(),
  /** The day on which it was settled in full; blank while it is open. */
  closedDate: date().nullable().optional(),
  /** In the base currency: an invoice is positive, a credit memo negative, for vendors too. */
  amount: signedAmount().optional(),
  profit: signedAmount().optional(),
  /** Never negative. */
  discount: signedAmount().optional(),
};

export const PartyEntry = z
  .object({
    entryNo: z.int(),
    externalId: z.string().nullable(),
    kind: z.enum(partyKinds),
    partyNo: z.string(),
    partyName: z.string().nullable(),
    documentType: z.enum(entryDocumentTypes),
    documentNo: z.string().nullable(),
    postingDate: z.string(),
    dueDate: z.string().nullable(),
    closedDate: z.string().nullable(),
    amount: z.number(),
    profit: z.number(),
    discount: z.number(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "PartyEntry" });
export type PartyEntry = z.output<typeof PartyEntry>;

const owner = { kind: z.enum(partyKinds), partyNo: requiredCode(20), postingDate: date() };

export const NewPartyEntry = z.strictObject({ ...owner, ...written }).meta({ id: "NewPartyEntry" });
export type NewPartyEntry = z.output<typeof NewPartyEntry>;

/** One line of an upsert: everything that a new entry has, and how the other system knows it. */
export const PartyEntryLine = z.strictObject({
  ...owner,
  ...written,
  externalId: text(100).transform((value, context) => {
    if (value === null) context.addIssue({ code: "custom", params: { code: "required", values: {} } });
    return value;
  }),
});

export const PartyEntryChanges = z
  .strictObject({ postingDate: date().optional(), ...written })
  .meta({ id: "PartyEntryChanges" });
export type PartyEntryChanges = z.output<typeof PartyEntryChanges>;

const params = z.object({
  entryNo: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
});
const valueProblems = [
  "party_not_found",
  "duplicate",
  "party_entry_invoice_amount",
  "party_entry_credit_memo_amount",
  "party_entry_discount",
] as const;

const filters = {
  search: z.string().max(200).optional(),
  kind: enumList(partyKinds).optional(),
  partyNo: codeList().optional(),
  documentType: enumList(entryDocumentTypes).optional(),
  externalId: z.string().max(100).optional(),
  closed: flag().optional(),
  postingDateFrom: date().optional(),
  postingDateTo: date().optional(),
};

/** Sums of entries in the base currency. */
export const PartyEntryTotals = z
  .object({
    noOfEntries: z.int(),
    amount: z.number(),
    openAmount: z.number().describe("Of those without a closed date"),
    profit: z.number(),
    discount: z.number(),
  })
  .meta({ id: "PartyEntryTotals" });
export type PartyEntryTotals = z.output<typeof PartyEntryTotals>;

export const getPartyEntryTotals = endpoint({
  id: "getPartyEntryTotals",
  method: "GET",
  path: "/party-entries/totals",
  access: "parties.read",
  summary: "Sums of the entries that the filters of the list let through.",
  query: z.strictObject(filters),
  result: PartyEntryTotals,
});

export const listPartyEntries = endpoint({
  id: "listPartyEntries",
  method: "GET",
  path: "/party-entries",
  access: "parties.read",
  summary:
    "What parties were invoiced, the latest first; `search` finds words in the document number and in what the party is found by.",
  query: listQuery(["postingDate", "entryNo", "amount"], filters),
  result: listOf(PartyEntry).meta({ id: "PartyEntryPage" }),
});

export const getPartyEntry = endpoint({
  id: "getPartyEntry",
  method: "GET",
  path: "/party-entries/{entryNo}",
  access: "parties.read",
  summary: "One entry.",
  params,
  result: PartyEntry,
  problems: ["not_found"],
});

export const createPartyEntry = endpoint({
  id: "createPartyEntry",
  method: "POST",
  path: "/party-entries",
  access: "parties.write",
  summary: "Records what a party was invoiced; an invoice unless said.",
  body: NewPartyEntry,
  result: PartyEntry,
  status: 201,
  problems: valueProblems,
});

export const changePartyEntry = endpoint({
  id: "changePartyEntry",
  method: "PATCH",
  path: "/party-entries/{entryNo}",
  access: "parties.write",
  summary: "Changes an entry, for example when it is settled.",
  params,
  body: PartyEntryChanges,
  result: PartyEntry,
  problems: ["not_found", "stale_version", ...valueProblems],
});

export const deletePartyEntry = endpoint({
  id: "deletePartyEntry",
  method: "DELETE",
  path: "/party-entries/{entryNo}",
  access: "parties.write",
  summary: "Deletes an entry.",
  params,
  problems: ["not_found", "stale_version"],
});

export const upsertPartyEntries = endpoint({
  id: "upsertPartyEntries",
  method: "POST",
  path: "/party-entries/upsert",
  access: "parties.write",
  summary:
    "Records or replaces entries, as many as the body has lines (NDJSON), each told apart by `externalId`.",
  description:
    "A line has every field of the entry; what is left out is blank. Each line of the answer says what became of the line in the same place: `line`, `status` (`created`, `changed`, `unchanged`, `refused`), `entryNo`, `externalId`, and of a refused one `problem`.",
  consumes: ["application/x-ndjson"],
  produces: ["application/x-ndjson"],
  problems: ["file_too_large"],
});
