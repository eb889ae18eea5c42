import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { integerParameter } from "#platform/http/fields.ts";
import { contactTypes, contactFieldLengths as length } from "../contact.rules.ts";
import { likenesses } from "./similar-contacts.rules.ts";

/** A contact that is probably the one that is being entered, and why (contacts, B1). */
export const SimilarContact = z
  .object({
    no: z.string(),
    type: z.enum(contactTypes),
    name: z.string().nullable(),
    companyName: z.string().nullable(),
    city: z.string().nullable(),
    email: z.string().nullable(),
    phoneNo: z.string().nullable(),
    mobilePhoneNo: z.string().nullable(),
    /** What is alike, the surest first. */
    alike: z.array(z.enum(likenesses)),
  })
  .meta({ id: "SimilarContact" });
export type SimilarContact = z.output<typeof SimilarContact>;

export const findSimilarContacts = endpoint({
  id: "findSimilarContacts",
  method: "GET",
  path: "/contacts/similar",
  access: "contacts.read",
  summary: "Contacts that are probably the one that is being entered, the most alike first; people too.",
  description:
    "By e-mail, by phone number whether or not it has the country's code, and by name in any order of its words, without accents, one typing error per five letters forgiven. Nothing is stored.",
  query: z.strictObject({
    type: z.enum(contactTypes),
    name: z.string().max(length.name).optional(),
    email: z.string().max(length.email).optional(),
    phoneNo: z.string().max(length.phoneNo).optional(),
    mobilePhoneNo: z.string().max(length.mobilePhoneNo).optional(),
    limit: integerParameter(1, 20).optional(),
  }),
  result: z.object({ items: z.array(SimilarContact) }).meta({ id: "SimilarContacts" }),
});
