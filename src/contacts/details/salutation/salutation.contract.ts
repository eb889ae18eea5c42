import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, flag, requiredCode } from "#platform/http/fields.ts";
import { salutationTypes } from "#setup/salutations/salutation.rules.ts";
import { contactFieldLengths as length } from "../../contact.rules.ts";

/** How a letter to a contact begins. */
export const ContactSalutation = z
  .object({
    salutation: z.string(),
    salutationType: z.enum(salutationTypes),
    /** Of the formula; blank: of no particular language. */
    languageCode: z.string().nullable(),
  })
  .meta({ id: "ContactSalutation" });
export type ContactSalutation = z.output<typeof ContactSalutation>;

export const getContactSalutation = endpoint({
  id: "getContactSalutation",
  method: "GET",
  path: "/contacts/{no}/salutation",
  access: "contacts.read",
  summary: "How a letter to the contact begins, by the formulas of its salutation.",
  description:
    "`type`: formal unless said. `languageCode`: the contact's unless said, else `mergeFieldLanguageCode` of the marketing set-up; `-` for none. With `fallback=true` a language without a formula takes the one of no particular language, else that of the organisation (contacts, section 9).",
  params: z.object({ no: requiredCode(length.no) }),
  query: z.strictObject({
    type: z.enum(salutationTypes).optional(),
    languageCode: code(length.languageCode).optional(),
    fallback: flag().optional(),
  }),
  result: ContactSalutation,
  problems: ["contact_not_found", "salutation_formula_missing"],
});
