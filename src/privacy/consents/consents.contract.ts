import { z } from "zod";
import { contactFieldLengths } from "#contacts/contact.rules.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { date, requiredCode, text } from "#platform/http/fields.ts";
import { consentChannels } from "./consent-warnings.rules.ts";

/** Contracts of consents: what a contact agreed to or refused, by channel and purpose (contacts B5, B6). */

const purposeLength = 20;

export const Consent = z
  .object({
    channel: z.enum(consentChannels),
    purpose: z.string(),
    granted: z.boolean(),
    date: z.iso.date(),
    givenBy: z.string().nullable(),
    evidence: z.string().nullable(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "ContactConsent" });
export type Consent = z.output<typeof Consent>;

export const ConsentInput = z
  .strictObject({
    granted: z.boolean().describe("False: refused, or taken back"),
    date: date().optional().describe("Today unless said"),
    givenBy: text(100).optional().describe("Who said so; blank: the contact"),
    evidence: text(250).optional().describe("How it can be shown, such as a form or a call"),
  })
  .meta({ id: "ContactConsentInput" });
export type ConsentInput = z.output<typeof ConsentInput>;

const contactPath = z.object({ no: requiredCode(contactFieldLengths.no) });
const consentPath = contactPath.extend({
  channel: z.enum(consentChannels),
  purpose: requiredCode(purposeLength),
});

export const listConsents = endpoint({
  id: "listContactConsents",
  method: "GET",
  path: "/contacts/{no}/consents",
  access: "contacts.read",
  summary: "What a contact agreed to or refused, by channel and purpose.",
  params: contactPath,
  result: z
    .object({
      items: z.array(Consent),
      askedChannels: z
        .array(z.enum(consentChannels))
        .describe("Channels over which any contact was asked; who was not, is warned of (contacts B6)"),
    })
    .meta({ id: "ContactConsents" }),
  problems: ["contact_not_found"],
});

export const putConsent = endpoint({
  id: "putContactConsent",
  method: "PUT",
  path: "/contacts/{no}/consents/{channel}/{purpose}",
  access: "contacts.write",
  summary:
    "Records what a contact says to one purpose over one channel; what it said before is in the audit trail.",
  params: consentPath,
  body: ConsentInput,
  result: Consent,
  problems: ["contact_not_found", "contact_erased"],
});

export const deleteConsent = endpoint({
  id: "deleteContactConsent",
  method: "DELETE",
  path: "/contacts/{no}/consents/{channel}/{purpose}",
  access: "contacts.write",
  summary: "Deletes a consent that was recorded by mistake; one that is taken back is recorded as refused.",
  params: consentPath,
  problems: ["contact_not_found", "contact_erased", "not_found"],
});
