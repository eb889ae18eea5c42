import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { JobAccepted } from "#platform/jobs/jobs.contract.ts";
import { partyFilters } from "../parties.contract.ts";
import { resourceOfKind } from "../party-kinds.rules.ts";

/** Contract of making contacts from parties that have none (contacts §6.7). */

/** Kinds whose parties are made contacts; an employee is always a person that exists. */
export const contactlessKinds = ["customer", "vendor", "bankAccount"] as const;
export type ContactlessKind = (typeof contactlessKinds)[number];

const { linked: _, ...filters } = partyFilters;

const PartiesFilter = z.strictObject(filters).meta({ id: "PartiesFilter" });
export type PartiesFilter = z.output<typeof PartiesFilter>;

export const CreatedContacts = z
  .object({
    created: z.int(),
    skipped: z.int().describe("Parties that had a contact already"),
    refused: z.int().describe("Parties whose values no contact may have"),
    duplicatesFound: z.boolean().describe("A new contact looks like another one"),
  })
  .meta({ id: "CreatedContacts" });
export type CreatedContacts = z.output<typeof CreatedContacts>;

function define(kind: ContactlessKind, plural: string) {
  return endpoint({
    id: `createContactsFrom${plural}`,
    method: "POST",
    path: `/${resourceOfKind[kind]}/create-contacts`,
    access: "jobs.run",
    summary: `Makes a contact from each of the ${resourceOfKind[kind].replaceAll("-", " ")} that has none, and links the two.`,
    description:
      "The filters are those of the list. Goes on as a job; its result counts what was created, skipped and refused, and says whether duplicates were found (contacts, section 6.7).",
    body: PartiesFilter,
    result: z.union([CreatedContacts, JobAccepted]),
    problems: ["setup_missing", "no_series_exhausted"],
  });
}

export const createContactsFrom = {
  customer: define("customer", "Customers"),
  vendor: define("vendor", "Vendors"),
  bankAccount: define("bankAccount", "BankAccounts"),
} as const;
