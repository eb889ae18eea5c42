import { z } from "zod";
import { isEmailAddress } from "#contacts/email.rules.ts";
import { opportunityFigures } from "#opportunities/figures.contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { codeList, flag, percent, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { interactionTotals } from "#statistics/interaction-totals.contract.ts";

export const salespersonCodeLength = 20;

/** One address, or blank. */
const email = () =>
  text(80).refine((value) => value === null || isEmailAddress(value), {
    params: { code: "salesperson_email", values: {} },
  });

const written = {
  name: text(50).optional(),
  jobTitle: text(30).optional(),
  email: email().optional(),
  email2: email().optional(),
  phoneNo: text(30).optional(),
  commissionPercent: percent().optional(),
  privacyBlocked: z.boolean().optional(),
  blocked: z.boolean().optional(),
};

export const Salesperson = z
  .object({
    code: z.string(),
    name: z.string().nullable(),
    jobTitle: z.string().nullable(),
    email: z.string().nullable(),
    email2: z.string().nullable(),
    phoneNo: z.string().nullable(),
    commissionPercent: z.number(),
    privacyBlocked: z.boolean(),
    blocked: z.boolean(),
    version: z.number().int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "Salesperson" });
export type Salesperson = z.infer<typeof Salesperson>;

export const NewSalesperson = z
  .strictObject({ code: requiredCode(salespersonCodeLength), ...written })
  .meta({ id: "NewSalesperson" });
export type NewSalesperson = z.output<typeof NewSalesperson>;

export const SalespersonChanges = z
  .strictObject({ code: requiredCode(salespersonCodeLength).optional(), ...written })
  .meta({ id: "SalespersonChanges" });
export type SalespersonChanges = z.output<typeof SalespersonChanges>;

const params = z.strictObject({ code: requiredCode(salespersonCodeLength) });

export const listSalespeople = endpoint({
  id: "listSalespeople",
  method: "GET",
  path: "/salespeople",
  access: "setup.read",
  summary: "Lists salespeople; `search` looks for words in code, name, job title and e-mail.",
  query: listQuery(["code", "name"], {
    search: z.string().max(200).optional(),
    code: codeList().optional(),
    blocked: flag().optional(),
    privacyBlocked: flag().optional(),
  }),
  result: listOf(Salesperson),
});

export const getSalesperson = endpoint({
  id: "getSalesperson",
  method: "GET",
  path: "/salespeople/{code}",
  access: "setup.read",
  summary: "One salesperson.",
  params,
  result: Salesperson.extend({ ...interactionTotals, ...opportunityFigures }).meta({ id: "SalespersonCard" }),
  problems: ["not_found"],
});

export const createSalesperson = endpoint({
  id: "createSalesperson",
  method: "POST",
  path: "/salespeople",
  access: "setup.write",
  summary: "Creates a salesperson.",
  body: NewSalesperson,
  result: Salesperson,
  status: 201,
  problems: ["duplicate"],
});

export const changeSalesperson = endpoint({
  id: "changeSalesperson",
  method: "PATCH",
  path: "/salespeople/{code}",
  access: "setup.write",
  summary: "Changes a salesperson; a new `code` shows everywhere at once.",
  description: "A blocked salesperson stays where it is named, but can no longer be chosen.",
  params,
  body: SalespersonChanges,
  result: Salesperson,
  problems: ["not_found", "duplicate", "stale_version"],
});

export const deleteSalesperson = endpoint({
  id: "deleteSalesperson",
  method: "DELETE",
  path: "/salespeople/{code}",
  access: "setup.write",
  summary: "Deletes a salesperson whom nothing names any more.",
  description:
    "Contacts pass to the salesperson named by `reassignTo`. One whom the interaction log names stays: block it instead.",
  params,
  query: z.strictObject({ reassignTo: requiredCode(salespersonCodeLength).optional() }),
  problems: [
    "not_found",
    "setup_in_use",
    "salesperson_blocked",
    "salesperson_privacy_blocked",
    "stale_version",
  ],
});
