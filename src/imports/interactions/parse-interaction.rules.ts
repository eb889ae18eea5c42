/** A row of a file as a past interaction, with everything that can be wrong before it meets the data. */

import type { InformationFlow, InitiatedBy } from "#interactions/derivations.rules.ts";
import type { Evaluation } from "#interactions/lifecycle.rules.ts";
import type { TableRow } from "#platform/files/index.ts";
import { normalizeText, textLength } from "#platform/text.rules.ts";
import { type MappedColumns, readCorrespondenceType } from "../cell-texts.rules.ts";
import { faultOf } from "../file-row.rules.ts";
import type { InteractionSettings } from "../import-settings.rules.ts";
import type { ReadRow, RowFinding } from "../row-reports.ts";
import { type Clues, readClues } from "./contact-clues.rules.ts";
import type { InteractionField } from "./interaction-fields.rules.ts";
import { type MomentSettings, readDate, readTime } from "./read-moment.rules.ts";
import { mostComments, shorten, splitComment } from "./read-texts.rules.ts";
import {
  readAmount,
  readAttemptFailed,
  readEvaluation,
  readInformationFlow,
  readInitiatedBy,
  readMinutes,
  readSeconds,
} from "./read-values.rules.ts";

type Texts = Partial<Record<InteractionField, string>>;

/** What a row writes. Template, salesperson and campaign are still what the file calls them. */
export interface HistoryInput {
  interactionTemplateCode?: string;
  salespersonCode?: string;
  campaignNo?: string;
  opportunityNo?: string;
  description?: string;
  subject?: string;
  contactVia?: string;
  date?: string;
  time?: string;
  /** In base currency. */
  cost?: number;
  durationMin?: number;
  informationFlow?: InformationFlow | null;
  initiatedBy?: InitiatedBy | null;
  evaluation?: Evaluation | null;
  correspondenceType?: "hardCopy" | "email" | null;
  wasSuccessful?: boolean;
}

export interface ParsedInteraction extends ReadRow {
  readonly texts: Texts;
  readonly clues: Clues;
  readonly input: HistoryInput;
  readonly comments: readonly string[];
  /** The id that the row has where it comes from. */
  readonly externalId: string | null;
  readonly errors: readonly RowFinding[];
  readonly warnings: readonly RowFinding[];
  /** The file's own fault: nothing of the row can be believed. */
  readonly isUnreadable: boolean;
  /** Every mapped cell is blank. */
  readonly isBlank: boolean;
}

export type ParseSettings = Pick<InteractionSettings, "acceptShortRows"> & MomentSettings;

export function parseInteraction(
  row: TableRow,
  columns: MappedColumns<InteractionField>,
  settings: ParseSettings,
): ParsedInteraction {
  const { rowNumber, cells } = row;
  const texts: Texts = {};
  for (const { column, field } of columns) {
    const text = normalizeText(cells[column]);
    if (text !== null) texts[field] = text;
  }
  const fault = faultOf(row, settings);
  const { clues, errors: clueErrors } = readClues(texts);
  const reading = new Reading(texts);
  const moment = readMoment(reading, settings);
  const input: HistoryInput = { ...plainTexts(texts), ...moment, ...readValues(reading) };
  const comments = readLongTexts(reading, input);
  const externalId = readExternalId(reading);
  return {
    rowNumber,
    cells,
    texts,
    clues,
    input,
    comments,
    externalId,
    errors: fault ? [fault] : [...reading.errors, ...clueErrors],
    warnings: fault ? [] : reading.warnings,
    isUnreadable: fault !== null,
    isBlank: fault === null && Object.keys(texts).length === 0,
  };
}

/** Texts being read, with what is found on the way. */
class Reading {
  readonly texts: Texts;
  readonly errors: RowFinding[] = [];
  readonly warnings: RowFinding[] = [];

  constructor(texts: Texts) {
    this.texts = texts;
  }

  /** The value of a cell; a text that means none is an error with the code. `undefined`: a blank cell, or an error. */
  value<Value>(
    field: InteractionField,
    read: (text: string) => Value | undefined,
    code: string,
    values: RowFinding["values"] = {},
  ): Value | undefined {
    const text = this.texts[field];
    if (text === undefined) return undefined;
    const value = read(text);
    if (value === undefined) this.errors.push({ path: field, code, values });
    return value;
  }
}

const asTheyAre = [
  "opportunityNo",
  "contactVia",
  "interactionTemplateCode",
  "salespersonCode",
  "campaignNo",
] as const;

function plainTexts(texts: Texts): HistoryInput {
  return Object.fromEntries(asTheyAre.flatMap((field) => (texts[field] ? [[field, texts[field]]] : [])));
}

const firstDay = "1753-01-01";

/** Date and time; a row without a day is no history, and one of days to come is a plan. */
function readMoment(reading: Reading, settings: MomentSettings): Pick<HistoryInput, "date" | "time"> {
  const { texts, errors } = reading;
  const field = texts.dateTime === undefined ? "date" : "dateTime";
  if (texts[field] === undefined) {
    errors.push({ path: "date", code: "date_required" });
    return {};
  }
  const moment = reading.value(
    field,
    (text) => readDate(text, settings) ?? undefined,
    "import_date_unreadable",
  );
  const time = reading.value("time", (text) => readTime(text) ?? undefined, "import_time_unreadable");
  if (moment === undefined) return {};
  // A day of tolerance: the clock of the other program may be a day ahead.
  const isFuture = moment.date > dayAfter(settings.today);
  if (moment.date < firstDay || isFuture) {
    errors.push({ path: field, code: isFuture ? "import_date_future" : "import_date_early" });
    return {};
  }
  return { date: moment.date, time: time ?? moment.time ?? "00:00:00" };
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function readValues(reading: Reading): HistoryInput {
  const allowed = (...values: string[]) => ({ allowed: values });
  const notAllowed = "not_allowed_value";
  const attemptFailed = reading.value(
    "attemptFailed",
    readAttemptFailed,
    notAllowed,
    allowed("true", "false"),
  );
  const minutes = reading.value(
    "durationMin",
    (text) => readMinutes(text) ?? undefined,
    "import_duration_unreadable",
  );
  const seconds = reading.value(
    "durationSec",
    (text) => readSeconds(text) ?? undefined,
    "import_duration_unreadable",
  );
  const read = {
    informationFlow: reading.value(
      "informationFlow",
      readInformationFlow,
      notAllowed,
      allowed("outbound", "inbound"),
    ),
    initiatedBy: reading.value("initiatedBy", readInitiatedBy, notAllowed, allowed("us", "them")),
    evaluation: reading.value(
      "evaluation",
      readEvaluation,
      notAllowed,
      allowed("veryPositive", "positive", "neutral", "negative", "veryNegative"),
    ),
    correspondenceType: reading.value(
      "correspondenceType",
      (text) => readCorrespondenceType(text) ?? undefined,
      notAllowed,
      allowed("hardCopy", "email"),
    ),
    cost: reading.value("cost", (text) => readAmount(text) ?? undefined, "import_amount_unreadable"),
    durationMin: minutes ?? seconds,
    wasSuccessful: attemptFailed === undefined ? undefined : !attemptFailed,
  };
  return withoutBlanks(read);
}

type Known<Values> = { [Name in keyof Values]?: Exclude<Values[Name], undefined> };

function withoutBlanks<Values extends object>(values: Values): Known<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Known<Values>;
}

/** Sets description and subject; what does not fit there, and the comments, are the answer. */
function readLongTexts(reading: Reading, input: HistoryInput): string[] {
  const { texts, warnings, errors } = reading;
  const wholes: string[] = [];
  for (const field of ["description", "subject"] as const) {
    const text = texts[field];
    if (text === undefined) continue;
    const { line, whole } = shorten(text);
    if (line !== "") input[field] = line;
    if (whole === null) continue;
    if (!wholes.includes(whole)) wholes.push(whole);
    warnings.push({ path: field, code: "import_text_cut" });
  }
  if (input.description === undefined && input.subject !== undefined) input.description = input.subject;
  const comments = [...wholes, texts.comments ?? ""].flatMap(splitComment);
  if (comments.length > mostComments) errors.push({ path: "comments", code: "import_comment_too_long" });
  return comments;
}

const longestId = 250;

function readExternalId({ texts, errors }: Reading): string | null {
  const { externalId = null } = texts;
  if (externalId === null || textLength(externalId) <= longestId) return externalId;
  errors.push({ path: "externalId", code: "too_long", values: { maximum: longestId } });
  return null;
}
