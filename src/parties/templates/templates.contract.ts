import { z } from "zod";
import { contactTypes } from "#contacts/contact.rules.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, codeList, enumList, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { partyKinds } from "../party-kinds.rules.ts";

/** Contracts of the templates by which contacts become customers, vendors, … (contacts §1.5, 6.3). */

const written = {
  description: text(100).optional(),
  contactType: z.enum(contactTypes).optional(),
  territoryCode: code(10).optional(),
  countryCode: code(10).optional(),
  currencyCode: code(10).optional(),
  languageCode: code(10).optional(),
  /** Gives the numbers of what is made by it; blank: the series of the marketing set-up. */
  noSeries: code(20).optional(),
};

export const PartyTemplate = z
  .object({
    kind: z.enum(partyKinds),
    code: z.string(),
    description: z.string().nullable(),
    contactType: z.enum(contactTypes),
    territoryCode: z.string().nullable(),
    countryCode: z.string().nullable(),
    currencyCode: z.string().nullable(),
    languageCode: z.string().nullable(),
    noSeries: z.string().nullable(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "PartyTemplate" });
export type PartyTemplate = z.output<typeof PartyTemplate>;

export const NewPartyTemplate = z
  .strictObject({ kind: z.enum(partyKinds), code: requiredCode(10), ...written })
  .meta({ id: "NewPartyTemplate" });
export type NewPartyTemplate = z.output<typeof NewPartyTemplate>;

export const PartyTemplateChanges = z
  .strictObject({ code: requiredCode(10).optional(), ...written })
  .meta({ id: "PartyTemplateChanges" });
export type PartyTemplateChanges = z.output<typeof PartyTemplateChanges>;

const params = z.object({ kind: z.enum(partyKinds), code: requiredCode(10) });

export const listPartyTemplates = endpoint({
  id: "listPartyTemplates",
  method: "GET",
  path: "/party-templates",
  access: "setup.read",
  summary: "Templates by which contacts become customers, vendors, bank accounts and employees.",
  query: listQuery(["kind", "code", "description"], {
    search: z.string().max(200).optional(),
    kind: enumList(partyKinds).optional(),
    code: codeList().optional(),
    contactType: enumList(contactTypes).optional(),
  }),
  result: listOf(PartyTemplate).meta({ id: "PartyTemplatePage" }),
});

export const getPartyTemplate = endpoint({
  id: "getPartyTemplate",
  method: "GET",
  path: "/party-templates/{kind}/{code}",
  access: "setup.read",
  summary: "One template.",
  params,
  result: PartyTemplate,
  problems: ["not_found"],
});

export const createPartyTemplate = endpoint({
  id: "createPartyTemplate",
  method: "POST",
  path: "/party-templates",
  access: "setup.write",
  summary: "Adds a template; for companies, of employees for people, unless said.",
  body: NewPartyTemplate,
  result: PartyTemplate,
  status: 201,
  problems: ["duplicate", "not_found"],
});

export const changePartyTemplate = endpoint({
  id: "changePartyTemplate",
  method: "PATCH",
  path: "/party-templates/{kind}/{code}",
  access: "setup.write",
  summary: "Changes a template; what was made by it stays as it is.",
  params,
  body: PartyTemplateChanges,
  result: PartyTemplate,
  problems: ["not_found", "duplicate", "stale_version"],
});

export const deletePartyTemplate = endpoint({
  id: "deletePartyTemplate",
  method: "DELETE",
  path: "/party-templates/{kind}/{code}",
  access: "setup.write",
  summary: "Deletes a template; what was made by it stays.",
  params,
  problems: ["not_found", "stale_version"],
});
