import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, codeList, date, flag, requiredCode, text } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";

const codeLength = 20;
const numberLength = 20;

export const NumberSeriesLine = z
  .object({
    startingDate: z.string(),
    startingNo: z.string(),
    endingNo: z.string().nullable(),
    warningNo: z.string().nullable(),
    incrementBy: z.number().int(),
    lastNoUsed: z.string().nullable(),
    open: z.boolean(),
  })
  .meta({ id: "NumberSeriesLine" });
export type NumberSeriesLine = z.infer<typeof NumberSeriesLine>;

/** A line as it is written. Without `lastNoUsed` a line that exists goes on where it is. */
export const NumberSeriesLineInput = z
  .strictObject({
    startingDate: date(),
    startingNo: requiredCode(numberLength),
    endingNo: code(numberLength).optional(),
    warningNo: code(numberLength).optional(),
    incrementBy: z.int().min(1).max(1_000_000).optional(),
    lastNoUsed: code(numberLength).optional(),
    open: z.boolean().optional(),
  })
  .meta({ id: "NumberSeriesLineInput" });
export type NumberSeriesLineInput = z.output<typeof NumberSeriesLineInput>;

const written = {
  description: text(100).optional(),
  allowAutomatic: z.boolean().optional(),
  allowManual: z.boolean().optional(),
  lines: z.array(NumberSeriesLineInput).max(1_000).optional(),
};

export const NumberSeries = z
  .object({
    code: z.string(),
    description: z.string().nullable(),
    allowAutomatic: z.boolean(),
    allowManual: z.boolean(),
    lines: z.array(NumberSeriesLine),
    version: z.number().int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "NumberSeries" });
export type NumberSeries = z.infer<typeof NumberSeries>;

export const NewNumberSeries = z
  .strictObject({ code: requiredCode(codeLength), ...written })
  .meta({ id: "NewNumberSeries" });
export type NewNumberSeries = z.output<typeof NewNumberSeries>;

export const NumberSeriesChanges = z
  .strictObject({ code: requiredCode(codeLength).optional(), ...written })
  .meta({ id: "NumberSeriesChanges" });
export type NumberSeriesChanges = z.output<typeof NumberSeriesChanges>;

const params = z.strictObject({ code: requiredCode(codeLength) });
const lineProblems = [
  "no_series_line_exists",
  "no_series_no_digits",
  "no_series_different_shape",
  "no_series_before_start",
  "no_series_beyond_end",
] as const;

export const listNumberSeries = endpoint({
  id: "listNumberSeries",
  method: "GET",
  path: "/number-series",
  access: "setup.read",
  summary: "Lists number series with their lines; `search` looks for words in code and description.",
  query: listQuery(["code", "description"], {
    search: z.string().max(200).optional(),
    code: codeList().optional(),
    allowAutomatic: flag().optional(),
    allowManual: flag().optional(),
  }),
  result: listOf(NumberSeries),
});

export const getNumberSeries = endpoint({
  id: "getNumberSeries",
  method: "GET",
  path: "/number-series/{code}",
  access: "setup.read",
  summary: "One number series with its lines.",
  params,
  result: NumberSeries,
  problems: ["not_found"],
});

export const createNumberSeries = endpoint({
  id: "createNumberSeries",
  method: "POST",
  path: "/number-series",
  access: "setup.write",
  summary: "Creates a number series.",
  description:
    "The line used is the open one with the latest starting date that has come. Its next number is the starting " +
    "number, then the last number used with its last group of digits raised by `incrementBy`.",
  body: NewNumberSeries,
  result: NumberSeries,
  status: 201,
  problems: ["duplicate", ...lineProblems],
});

export const changeNumberSeries = endpoint({
  id: "changeNumberSeries",
  method: "PATCH",
  path: "/number-series/{code}",
  access: "setup.write",
  summary: "Changes a number series; `lines` replaces all of them.",
  description:
    "A line is known by its starting date. Leave `lastNoUsed` out unless it is to be changed: numbers may be drawn " +
    "while somebody edits the series, which changes no `version`.",
  params,
  body: NumberSeriesChanges,
  result: NumberSeries,
  problems: ["not_found", "duplicate", "stale_version", ...lineProblems],
});

export const deleteNumberSeries = endpoint({
  id: "deleteNumberSeries",
  method: "DELETE",
  path: "/number-series/{code}",
  access: "setup.write",
  summary: "Deletes a number series that nothing uses.",
  params,
  problems: ["not_found", "setup_in_use", "stale_version"],
});
