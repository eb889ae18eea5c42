/** Correcting a logged interaction: a new entry takes the place of the old one, which stays as canceled (interactions, B10). */

import type { KeptField } from "../derive-interaction.rules.ts";
import type { LogEntry } from "../log-entry.contract.ts";
import type { CorrectedFields } from "./correction.contract.ts";

/** What can be wrong about an entry, in the order in which it is shown. */
export const correctableFields = [
  "contactNo",
  "interactionTemplateCode",
  "description",
  "subject",
  "date",
  "time",
  "salespersonCode",
  "languageCode",
  "correspondenceType",
  "informationFlow",
  "initiatedBy",
  "contactVia",
  "cost",
  "durationMin",
  "evaluation",
  "wasSuccessful",
  "campaignNo",
  "campaignTarget",
  "campaignResponse",
  "opportunityNo",
  "taskNo",
  "attachment",
] as const;
export type CorrectableField = (typeof correctableFields)[number];

export type CorrectableValue = string | number | boolean | null;
export type CorrectableValues = Readonly<Record<CorrectableField, CorrectableValue>>;

/** The fields of an entry; an attachment by whatever tells two of them apart. */
export function correctableValues(entry: LogEntry, attachment: CorrectableValue): CorrectableValues {
  return {
    contactNo: entry.contactNo,
    interactionTemplateCode: entry.interactionTemplateCode,
    description: entry.description,
    subject: entry.subject,
    date: entry.date,
    time: entry.time,
    salespersonCode: entry.salespersonCode,
    languageCode: entry.languageCode,
    correspondenceType: entry.correspondenceType,
    informationFlow: entry.informationFlow,
    initiatedBy: entry.initiatedBy,
    contactVia: entry.contactVia,
    cost: entry.cost,
    durationMin: entry.durationMin,
    evaluation: entry.evaluation,
    wasSuccessful: !entry.attemptFailed,
    campaignNo: entry.campaignNo,
    campaignTarget: entry.campaignTarget,
    campaignResponse: entry.campaignResponse,
    opportunityNo: entry.opportunityNo,
    taskNo: entry.taskNo,
    attachment,
  };
}

export interface CorrectedValue {
  readonly field: CorrectableField;
  readonly before: CorrectableValue;
  readonly after: CorrectableValue;
}

/** What differs. A subject that only follows the description is no difference of its own. */
export function differencesOf(before: CorrectableValues, after: CorrectableValues): CorrectedValue[] {
  const follows = before.subject === before.description && after.subject === after.description;
  return correctableFields
    .filter((field) => before[field] !== after[field] && !(field === "subject" && follows))
    .map((field) => ({ field, before: before[field], after: after[field] }));
}

/**
 * The input of the new entry: what is not corrected is said as it was, so that nothing is derived anew – but a subject
 * that was the description follows it, and with another template the language is that of the template.
 */
export function correctedInput(entry: LogEntry, change: CorrectedFields) {
  const before = {
    ...correctableValues(entry, null),
    cost: String(entry.cost),
    attachment: entry.attachmentNo === null ? null : { attachmentNo: entry.attachmentNo },
  };
  const isSameTemplate = isUnchanged(change.interactionTemplateCode, entry.interactionTemplateCode);
  const { subject, languageCode, ...rest } = before;
  return {
    ...(rest as Omit<CorrectedFields, "subject" | "languageCode">),
    ...(entry.subject !== entry.description && { subject: entry.subject }),
    ...(isSameTemplate && { languageCode: entry.languageCode }),
    ...change,
    // Something always happened at some time of day.
    time: change.time ?? entry.time,
  } satisfies CorrectedFields;
}

/** The fields that a correction leaves as they were. */
export function keptFields(entry: LogEntry, change: CorrectedFields): ReadonlySet<KeptField> {
  const judged = ["contactNo", "interactionTemplateCode", "salespersonCode", "correspondenceType"] as const;
  const kept = new Set<KeptField>(judged.filter((field) => isUnchanged(change[field], entry[field])));
  if (kept.has("interactionTemplateCode") && isUnchanged(change.languageCode, entry.languageCode))
    kept.add("languageCode");
  return kept;
}

/** Whether a value that was said, if any, is the one that is there. */
export function isUnchanged<Value>(said: Value | undefined, present: Value): boolean {
  return said === undefined || said === present;
}

/** What a template presets. Amounts in base currency, durations in whole minutes. */
export interface Presets {
  readonly description: string | null;
  readonly unitCost: number;
  readonly unitDurationMin: number;
  readonly informationFlow: LogEntry["informationFlow"];
  readonly initiatedBy: LogEntry["initiatedBy"];
  readonly campaignTarget: boolean;
  readonly campaignResponse: boolean;
  readonly defaultLanguageCode: string | null;
  readonly languages: readonly { readonly languageCode: string | null }[];
}

/** The values that hang on the template. */
export type PresetValues = Pick<
  LogEntry,
  | "description"
  | "cost"
  | "durationMin"
  | "informationFlow"
  | "initiatedBy"
  | "campaignTarget"
  | "campaignResponse"
  | "languageCode"
>;

/**
 * The values once another template is chosen: those that are still what the former one presets become what the new one
 * does, what somebody entered stays. A language that the new one does not have becomes its default.
 */
export function followTemplate(values: PresetValues, former: Presets, chosen: Presets): PresetValues {
  const follow = <Value>(value: Value, preset: Value, now: Value) => (value === preset ? now : value);
  const hasLanguage = chosen.languages.some(({ languageCode }) => languageCode === values.languageCode);
  return {
    description: follow(values.description, former.description, chosen.description ?? values.description),
    cost: follow(values.cost, former.unitCost, chosen.unitCost),
    durationMin: follow(values.durationMin, former.unitDurationMin, chosen.unitDurationMin),
    informationFlow: follow(values.informationFlow, former.informationFlow, chosen.informationFlow),
    initiatedBy: follow(values.initiatedBy, former.initiatedBy, chosen.initiatedBy),
    campaignTarget: follow(values.campaignTarget, former.campaignTarget, chosen.campaignTarget),
    campaignResponse: follow(values.campaignResponse, former.campaignResponse, chosen.campaignResponse),
    languageCode: hasLanguage ? values.languageCode : chosen.defaultLanguageCode,
  };
}

export type CorrectionDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: "interaction_corrected" | "interaction_canceled" };

/** Only what counts can be corrected: not what was corrected already, and not what was canceled. */
export function decideCorrection(
  entry: Pick<LogEntry, "canceled" | "correctedByEntryNo">,
): CorrectionDecision {
  if (entry.correctedByEntryNo !== null) return { allowed: false, because: "interaction_corrected" };
  return entry.canceled ? { allowed: false, because: "interaction_canceled" } : { allowed: true };
}
