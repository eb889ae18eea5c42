import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { JobAccepted } from "#platform/jobs/jobs.contract.ts";

/** Contracts of retention rules: what is not needed any more is found, and erased where the rule says so. */

const codeLength = 10;

/** `idleContacts`: nothing happened with them for so long; `logContent`: what old interactions said. */
export const retentionSubjects = ["idleContacts", "logContent"] as const;
export const retentionActions = ["report", "erase"] as const;

const fields = {
  description: text(100),
  what: z.enum(retentionSubjects),
  months: z.int().min(1).max(1_200).describe("How long what the rule is about is kept"),
  keepsLinked: z.boolean().describe("Contacts that are linked to a party, or that a party talks to, stay"),
  action: z.enum(retentionActions),
  nightly: z.boolean().describe("Applied every night"),
};

export const RetentionRule = z
  .object({
    code: z.string(),
    ...fields,
    description: z.string().nullable(),
    lastRunAt: z.string().nullable(),
    lastRunFound: z.int().nullable(),
    version: z.int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "RetentionRule" });
export type RetentionRule = z.output<typeof RetentionRule>;

export const NewRetentionRule = z
  .strictObject({
    code: requiredCode(codeLength),
    description: fields.description.optional(),
    what: fields.what,
    months: fields.months,
    keepsLinked: fields.keepsLinked.default(true),
    action: fields.action.default("report"),
    nightly: fields.nightly.default(false),
  })
  .meta({ id: "NewRetentionRule" });
export type NewRetentionRule = z.output<typeof NewRetentionRule>;

export const RetentionRuleChange = z
  .strictObject({
    code: requiredCode(codeLength).optional(),
    description: fields.description.optional(),
    what: fields.what.optional(),
    months: fields.months.optional(),
    keepsLinked: fields.keepsLinked.optional(),
    action: fields.action.optional(),
    nightly: fields.nightly.optional(),
  })
  .meta({ id: "RetentionRuleChange" });
export type RetentionRuleChange = z.output<typeof RetentionRuleChange>;

const rulePath = z.strictObject({ code: requiredCode(codeLength) });

export const listRetentionRules = endpoint({
  id: "listRetentionRules",
  method: "GET",
  path: "/retention-rules",
  access: "setup.read",
  summary: "Rules about what is not kept for ever; none unless somebody makes one.",
  query: listQuery(["code"], {}),
  result: listOf(RetentionRule),
});

export const getRetentionRule = endpoint({
  id: "getRetentionRule",
  method: "GET",
  path: "/retention-rules/{code}",
  access: "setup.read",
  summary: "One of the retention rules.",
  params: rulePath,
  result: RetentionRule,
  problems: ["not_found"],
});

export const createRetentionRule = endpoint({
  id: "createRetentionRule",
  method: "POST",
  path: "/retention-rules",
  access: "privacy.manage",
  summary: "Makes a retention rule; it does nothing until it is run or told to be applied every night.",
  body: NewRetentionRule,
  result: RetentionRule,
  status: 201,
  problems: ["duplicate"],
});

export const changeRetentionRule = endpoint({
  id: "changeRetentionRule",
  method: "PATCH",
  path: "/retention-rules/{code}",
  access: "privacy.manage",
  summary: "Changes a retention rule.",
  params: rulePath,
  body: RetentionRuleChange,
  result: RetentionRule,
  problems: ["not_found", "duplicate"],
});

export const deleteRetentionRule = endpoint({
  id: "deleteRetentionRule",
  method: "DELETE",
  path: "/retention-rules/{code}",
  access: "privacy.manage",
  summary: "Deletes a retention rule.",
  params: rulePath,
  problems: ["not_found"],
});

/** How many of what was found are named. */
export const namedFound = 100;

export const RetentionRun = z
  .object({
    code: z.string(),
    dryRun: z.boolean(),
    what: z.enum(retentionSubjects),
    before: z.iso.date().describe("What is older than this day is not kept"),
    found: z.int(),
    erased: z.int(),
    keys: z
      .array(z.string())
      .describe(`The first ${namedFound}: numbers of contacts or of log entries; of a dry run and a report`),
  })
  .meta({ id: "RetentionRun" });
export type RetentionRun = z.output<typeof RetentionRun>;

export const runRetentionRule = endpoint({
  id: "runRetentionRule",
  method: "POST",
  path: "/retention-rules/{code}/run",
  access: "jobs.run",
  summary: "Applies a retention rule now; with `dryRun` it only says what it would find.",
  description:
    "Needs the right privacy.manage, too. Goes on as a job; contacts are erased one by one, log entries in batches, and what was erased before a cancellation stays erased.",
  params: rulePath,
  body: z.strictObject({ dryRun: z.boolean().default(true) }).default({ dryRun: true }),
  result: z.union([RetentionRun, JobAccepted]),
  problems: ["not_found"],
});
