import { z } from "zod";
import { Contact } from "#contacts/contacts.contract.ts";
import { LogEntry } from "#interactions/log-entry.contract.ts";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, flag } from "#platform/http/fields.ts";
import { listOf, listQuery } from "#platform/http/list-contract.ts";
import { JobAccepted } from "#platform/jobs/jobs.contract.ts";
import {
  dateOrders,
  importFields,
  importKinds,
  matchBys,
  onMatches,
  repeatedFields,
  rowTypes,
} from "./import-settings.rules.ts";

/** Contracts of imports, of contacts and of past interactions: upload a file, say how it is to be read, look at it, run it. */

const Field = z.enum(importFields);

const Column = z.object({
  index: z.int(),
  header: z.string().nullable(),
  samples: z.array(z.string()).describe("Up to five different values from the first rows"),
  suggestedField: Field.nullable(),
});

export const importStatuses = ["ready", "running", "checked", "interrupted", "done"] as const;

/**
 * The counts of a run; `warnings` are of rows that were stored all the same. Of interactions `created` are those
 * recorded, `unchanged` those that were there already.
 */
const Run = z.object({
  dryRun: z.boolean(),
  jobId: z.uuid().nullable().describe("null: run from the command line"),
  rowsDone: z.int(),
  created: z.int(),
  companiesCreated: z.int().describe("Created along with people who name them, beyond the rows"),
  updated: z.int(),
  unchanged: z.int(),
  skipped: z.int(),
  failed: z.int(),
  warnings: z.int(),
  problems: z.int().describe("All of them; the first 10,000 can be listed"),
  finishedAt: z.string().nullable(),
});
export type ImportRun = z.output<typeof Run>;

/** A file on its way in. Settings of the other kind hold what they began with and mean nothing. */
export const Import = z
  .object({
    id: z.uuid(),
    kind: z.enum(importKinds),
    fileName: z.string(),
    format: z.enum(["csv", "xlsx", "vcard"]),
    fileBytes: z.int(),
    sheetName: z.string().nullable(),
    columns: z.array(Column),
    rowCountEstimate: z
      .int()
      .nullable()
      .describe("Rows below the header; exact once the file was read to its end"),
    mapping: z.record(z.string(), Field).describe("Fields by column index"),
    matchBy: z.enum(matchBys),
    onMatch: z.enum(onMatches),
    type: z.enum(rowTypes),
    acceptShortRows: z.boolean(),
    source: z.string().nullable().describe("The program that the rows' ids are from"),
    defaultTemplateCode: z.string().nullable(),
    defaultSalespersonCode: z.string().nullable(),
    dateOrder: z.enum(dateOrders).describe("Whether 3/4/2026 is in April or in March"),
    status: z
      .enum(importStatuses)
      .describe("`checked`: a dry run went through; `interrupted`: a run stopped part-way and can go on"),
    run: Run.nullable(),
    createdBy: z.string(),
    createdAt: z.string(),
    version: z.int(),
  })
  .meta({ id: "Import" });
export type Import = z.output<typeof Import>;

const params = z.strictObject({ id: z.uuid() });
const fileProblems = [
  "file_empty",
  "file_too_large",
  "file_unsupported",
  "file_old_excel",
  "file_damaged",
  "file_encoding",
  "file_no_header",
] as const;

export const uploadTypes = [
  "text/csv",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  "text/vcard",
  "application/octet-stream",
  "text/x-vcard",
  "text/plain",
  "application/vnd.ms-excel",
] as const;

export const createImport = endpoint({
  id: "createImport",
  method: "POST",
  path: "/imports",
  access: "contacts.write",
  summary: "Uploads a file of contacts (CSV, XLSX or vCard) or of past interactions (CSV or XLSX).",
  description:
    "Interactions also take the right interactions.write. The body is the file itself; what it is, is decided by its bytes, whatever its media type and name say. Its name comes percent-encoded in `X-File-Name` or in `fileName`. Nothing is imported yet: the answer holds the columns with a suggestion of what they are. The file is kept for 30 days.",
  query: z.strictObject({
    kind: z.enum(importKinds).optional().describe("`contacts` unless said"),
    fileName: z.string().max(1_000).optional(),
    sheetName: z.string().max(100).optional(),
  }),
  consumes: uploadTypes,
  result: Import,
  status: 201,
  // A transaction cannot stay open for as long as an upload takes; a second upload does no harm.
  isRepeatable: false,
  problems: [
    ...fileProblems,
    "file_sheet_not_found",
    "file_too_many_columns",
    "import_storage",
    "import_no_cards",
  ],
});

export const listImports = endpoint({
  id: "listImports",
  method: "GET",
  path: "/imports",
  access: "contacts.write",
  summary: "Your own imports, newest first.",
  query: listQuery(["createdAt"], {}),
  result: listOf(Import),
});

export const getImport = endpoint({
  id: "getImport",
  method: "GET",
  path: "/imports/{id}",
  access: "contacts.write",
  summary: "One import: how it is read and how far it has come.",
  description: "Your own imports; those of others with the right jobs.run.",
  params,
  result: Import,
  problems: ["import_not_found"],
});

const mapping = z
  .record(z.string().regex(/^\d{1,5}$/), Field.nullable())
  .refine((value) => repeatedFields(value).length === 0, {
    params: { code: "import_field_twice", values: {} },
  });

export const changeImport = endpoint({
  id: "changeImport",
  method: "PATCH",
  path: "/imports/{id}",
  access: "contacts.write",
  summary: "Says how the file is to be read.",
  description:
    "`mapping` replaces the whole mapping; columns that are left out or `null` are not imported. `matchBy`: by which field a row finds a contact that exists; `onMatch`: whether that is updated or left alone. Blank cells never change a value. `type`: what the rows are; with `auto` each row tells, people join the company they name, and one that does not exist is created. `acceptShortRows`: missing cells at the end of a CSV's row are blank instead of an error.\n\nOf interactions: `source` names the program that `externalId` is from, and the same id of the same source is recorded once. `defaultTemplateCode` and `defaultSalespersonCode` are for rows that name none, or one that does not exist. `dateOrder`: which number of a date such as 3/4/2026 is the day.",
  params,
  body: z
    .strictObject({
      mapping: mapping.optional(),
      matchBy: z.enum(matchBys).optional(),
      onMatch: z.enum(onMatches).optional(),
      type: z.enum(rowTypes).optional(),
      acceptShortRows: z.boolean().optional(),
      source: code(30).optional(),
      defaultTemplateCode: code(10).optional(),
      defaultSalespersonCode: code(20).optional(),
      dateOrder: z.enum(dateOrders).optional(),
    })
    .meta({ id: "ImportChange" }),
  result: Import,
  problems: [
    "import_not_found",
    "import_column_not_found",
    "import_field_twice",
    "import_other_kind",
    "import_running",
    "import_begun",
  ],
});
export type ImportChange = z.output<NonNullable<(typeof changeImport)["body"]>>;

export const deleteImport = endpoint({
  id: "deleteImport",
  method: "DELETE",
  path: "/imports/{id}",
  access: "contacts.write",
  summary: "Forgets an import and its file; what was imported stays.",
  params,
  problems: ["import_not_found", "import_running"],
});

/** What is wrong with a row, or worth a look. */
const RowProblem = z
  .object({
    rowNumber: z.int().describe("As a spreadsheet numbers it; of vCards the card's place"),
    isWarning: z.boolean(),
    field: Field.nullable().describe("null: the row as a whole"),
    code: z.string(),
    message: z.string().describe("In the caller's language"),
    excerpt: z.string().nullable().describe("The beginning of what the cell held"),
  })
  .meta({ id: "ImportRowProblem" });
export type ImportRowProblem = z.output<typeof RowProblem>;

export const rowActions = ["created", "updated", "unchanged", "skipped", "failed"] as const;

export const previewImport = endpoint({
  id: "previewImport",
  method: "GET",
  path: "/imports/{id}/preview",
  access: "contacts.write",
  summary: "The first 20 rows as they would be stored.",
  description: "Defaults and inherited values are filled in; a number that would be drawn is null.",
  params,
  result: z
    .object({
      rows: z.array(
        z.object({
          rowNumber: z.int(),
          action: z.enum(rowActions),
          createsCompany: z.string().nullable().describe("Name of the company that would be created along"),
          contact: Contact.extend({ no: z.string().nullable() }).nullable(),
          entry: LogEntry.extend({ entryNo: z.null(), recordedAt: z.null(), lastModifiedAt: z.null() })
            .nullable()
            .describe("Of interactions: the entry that would be recorded"),
          problems: z.array(RowProblem),
        }),
      ),
    })
    .meta({ id: "ImportPreview" }),
  problems: ["import_not_found", "import_file_gone", ...fileProblems],
});
export type ImportPreview = z.output<NonNullable<(typeof previewImport)["result"]>>;

/** The result of the job. */
export const ImportResult = Run.pick({
  dryRun: true,
  created: true,
  companiesCreated: true,
  updated: true,
  unchanged: true,
  skipped: true,
  failed: true,
  warnings: true,
  problems: true,
})
  .extend({ importId: z.uuid() })
  .meta({ id: "ImportResult" });
export type ImportResult = z.output<typeof ImportResult>;

export const runImport = endpoint({
  id: "runImport",
  method: "POST",
  path: "/imports/{id}/run",
  access: "contacts.write",
  summary: "Imports the file, or, as a dry run, only tells what would happen.",
  description:
    "Goes on as a job. Rows are stored in batches, each all or nothing together with the mark how far the import has come: one that was interrupted goes on there when it is run again, and no row is stored twice. Rows with errors are left out and reported; the others are imported.",
  params,
  body: z.strictObject({ dryRun: z.boolean() }).meta({ id: "ImportRunRequest" }),
  result: z.union([ImportResult, JobAccepted]),
  status: 202,
  problems: [
    "import_not_found",
    "import_running",
    "import_done",
    "import_begun",
    "import_file_gone",
    "import_no_mapping",
    "import_source_required",
  ],
});

export const listImportProblems = endpoint({
  id: "listImportProblems",
  method: "GET",
  path: "/imports/{id}/problems",
  access: "contacts.write",
  summary: "What the latest run found wrong, in the order of the rows.",
  params,
  query: listQuery(["rowNumber"], { isWarning: flag().optional(), code: z.string().max(60).optional() }),
  result: listOf(RowProblem),
  problems: ["import_not_found"],
});

export const listImportReasons = endpoint({
  id: "listImportReasons",
  method: "GET",
  path: "/imports/{id}/reasons",
  access: "contacts.write",
  summary: "How often the latest run found what wrong: all its problems, those beyond the listed ones too.",
  params,
  result: z
    .object({
      items: z.array(
        z.object({
          isWarning: z.boolean(),
          field: Field.nullable(),
          code: z.string(),
          count: z.int(),
          example: z.string().describe("The message of the first such problem, in the caller's language"),
        }),
      ),
    })
    .meta({ id: "ImportReasons" }),
  problems: ["import_not_found"],
});

export const downloadImportProblems = endpoint({
  id: "downloadImportProblems",
  method: "GET",
  path: "/imports/{id}/problems/download",
  access: "contacts.write",
  summary: "The same as a file, to be corrected beside the original.",
  params,
  query: z.strictObject({ format: z.enum(["csv", "xlsx"]).optional() }),
  produces: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
  problems: ["import_not_found"],
});

export const downloadImportExample = endpoint({
  id: "downloadImportExample",
  method: "GET",
  path: "/imports/examples/{kind}",
  access: "contacts.write",
  summary:
    "A file to fill in: the columns that an import knows, in the caller's language, and a row to show how.",
  params: z.strictObject({ kind: z.enum(importKinds) }),
  query: z.strictObject({ format: z.enum(["csv", "xlsx"]).optional() }),
  produces: ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
});
