import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, requiredCode } from "#platform/http/fields.ts";
import { partyKinds } from "../party-kinds.rules.ts";
import { syncPolicies } from "../sync/sync-policy.rules.ts";

/** Contracts of relation rows, of making parties from contacts and of linking them (contacts §6.1, 6.3, 6.4). */

/** A business relation of a contact; a linked one names the customer, vendor, … that the contact is. */
export const ContactBusinessRelation = z
  .object({
    businessRelationCode: z.string(),
    description: z.string().nullable(),
    linkTo: z.enum(partyKinds).nullable(),
    linkNo: z.string().nullable(),
    linkName: z.string().nullable().describe("Name of the linked party"),
    isOpenable: z
      .boolean()
      .describe(
        "Linked by one of the codes of the marketing set-up, so that the party is offered to be opened",
      ),
    ofCompany: z.boolean().describe("A row of the company of the person"),
    syncPolicy: z
      .enum(syncPolicies)
      .nullable()
      .describe("Which way the two follow each other; blank of a row that is not linked"),
  })
  .meta({ id: "ContactBusinessRelation" });
export type ContactBusinessRelation = z.output<typeof ContactBusinessRelation>;

const contactPath = z.object({ no: requiredCode(20) });
const rowPath = z.object({ no: requiredCode(20), code: requiredCode(10) });

export const listContactRelations = endpoint({
  id: "listContactBusinessRelations",
  method: "GET",
  path: "/contacts/{no}/business-relations",
  access: "contacts.read",
  summary: "The business relations of a contact, its company's at the end.",
  params: contactPath,
  result: z.object({ items: z.array(ContactBusinessRelation) }).meta({ id: "ContactBusinessRelations" }),
  problems: ["contact_not_found"],
});

export const addContactRelation = endpoint({
  id: "addContactBusinessRelation",
  method: "POST",
  path: "/contacts/{no}/business-relations",
  access: "contacts.write",
  summary: "Adds a business relation to a contact.",
  description:
    "A plain row, such as press, cannot have a code that the marketing set-up reserves for linked rows. With `linkTo` and `linkNo` the contact is linked as it is, nothing is copied on either side; `parties.write` is needed then. A plain row of the same code is replaced by the linked one (contacts, section 6.1).",
  params: contactPath,
  body: z
    .strictObject({
      businessRelationCode: requiredCode(10),
      linkTo: z.enum(partyKinds).nullable().optional(),
      linkNo: code(20).optional(),
    })
    .meta({ id: "NewContactBusinessRelation" }),
  result: ContactBusinessRelation,
  status: 201,
  problems: [
    "contact_not_found",
    "not_found",
    "party_not_found",
    "duplicate",
    "relation_reserved_code",
    "relation_contact_linked",
    "relation_party_linked",
  ],
});

export const changeContactRelation = endpoint({
  id: "changeContactBusinessRelation",
  method: "PATCH",
  path: "/contacts/{no}/business-relations/{code}",
  access: "parties.write",
  summary: "Says which way a contact and the party that it is linked to follow each other.",
  description:
    "`both`, unless said; `contactToParty` and `partyToContact` let changes go one way only, `off` none. An employee only ever follows its contact. It applies to changes from now on: nothing is copied by it (contacts, section 6.5 and B8).",
  params: rowPath,
  body: z.strictObject({ syncPolicy: z.enum(syncPolicies) }).meta({ id: "ContactBusinessRelationChanges" }),
  result: ContactBusinessRelation,
  problems: ["contact_not_found", "not_found", "relation_not_linked"],
});

export const removeContactRelation = endpoint({
  id: "deleteContactBusinessRelation",
  method: "DELETE",
  path: "/contacts/{no}/business-relations/{code}",
  access: "contacts.write",
  summary: "Removes a business relation from a contact; a linked party stays, unchanged, without the link.",
  params: rowPath,
  problems: ["contact_not_found", "not_found"],
});

/** The party that a contact now has. */
export const LinkedParty = z
  .object({
    kind: z.enum(partyKinds),
    no: z.string(),
    name: z.string().nullable(),
    contactNo: z
      .string()
      .describe("The contact that has the linked row: the company of a person, where it has one"),
  })
  .meta({ id: "LinkedParty" });
export type LinkedParty = z.output<typeof LinkedParty>;

const linkProblems = [
  "contact_not_found",
  "setup_missing",
  "contact_privacy_blocked",
  "contact_company_required",
  "contact_person_only",
  "relation_contact_linked",
] as const;

export const createAs = endpoint({
  id: "createContactAs",
  method: "POST",
  path: "/contacts/{no}/create-as",
  access: "parties.write",
  summary: "Makes a customer, vendor, bank account or employee from a contact and links the two.",
  description:
    "Of a person with a company, the company becomes the customer, vendor or bank account; only people become employees. The party takes over what both have; a template fills what stays blank. Without `templateCode` the only template that suits the contact's type is used (contacts, section 6.3).",
  params: contactPath,
  body: z
    .strictObject({
      kind: z.enum(partyKinds),
      no: code(20).optional(),
      templateCode: code(10).optional(),
    })
    .meta({ id: "CreateContactAs" }),
  result: LinkedParty,
  status: 201,
  problems: [
    ...linkProblems,
    "template_required",
    "not_found",
    "duplicate",
    "manual_no",
    "no_series_exhausted",
  ],
});

export const masters = ["contact", "party"] as const;

export const linkParty = endpoint({
  id: "linkContact",
  method: "POST",
  path: "/contacts/{no}/link",
  access: "parties.write",
  summary: "Links a contact with a customer, vendor, bank account or employee that exists.",
  description:
    "`master` says which side stays as it is and overwrites what both have on the other: the contact, unless said. An employee always takes the person's values (contacts, section 6.4).",
  params: contactPath,
  body: z
    .strictObject({
      kind: z.enum(partyKinds),
      partyNo: requiredCode(20),
      master: z.enum(masters).optional(),
    })
    .meta({ id: "LinkContact" }),
  result: LinkedParty,
  problems: [...linkProblems, "party_not_found", "relation_party_linked"],
});
