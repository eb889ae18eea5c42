import { z } from "zod";
import { languages } from "#platform/context.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, requiredCode, requiredText, text } from "#platform/http/fields.ts";
import { codeLength } from "../lists/define-setup-list.contract.ts";

/** Whether the text names a time zone of the IANA database; an offset such as `+02:00` does not. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const CompanyInformation = z
  .object({
    name: z.string().nullable(),
    /** ISO 4217; all amounts are in this currency. */
    currencyCode: z.string(),
    /** IANA name; its date is "today". */
    timeZone: z.string(),
    language: z.enum(languages),
    countryCode: z.string().nullable(),
    assistantCompleted: z.boolean(),
    version: z.number().int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "CompanyInformation" });
export type CompanyInformation = z.infer<typeof CompanyInformation>;

export const CompanyInformationChanges = z
  .strictObject({
    name: text(100).optional(),
    currencyCode: requiredCode(3)
      .refine((value) => /^[A-Z]{3}$/.test(value), { params: { code: "currency_code_invalid", values: {} } })
      .optional(),
    timeZone: requiredText(50)
      .refine(isTimeZone, { params: { code: "time_zone_unknown", values: {} } })
      .optional(),
    language: z.enum(languages).optional(),
    countryCode: code(codeLength).optional(),
    assistantCompleted: z.boolean().optional(),
  })
  .meta({ id: "CompanyInformationChanges" });
export type CompanyInformationChanges = z.output<typeof CompanyInformationChanges>;

export const getCompanyInformation = endpoint({
  id: "getCompanyInformation",
  method: "GET",
  path: "/company-information",
  access: "setup.read",
  summary: "The organisation: name, base currency, time zone, language and country.",
  result: CompanyInformation,
});

export const changeCompanyInformation = endpoint({
  id: "changeCompanyInformation",
  method: "PATCH",
  path: "/company-information",
  access: "setup.write",
  summary: "Changes the organisation.",
  description: "Times of what was recorded before stay as they are when the time zone changes.",
  body: CompanyInformationChanges,
  result: CompanyInformation,
  problems: ["not_found", "stale_version", "time_zone_unknown", "currency_code_invalid"],
});
