/** What a line of a questionnaire may hold, and what follows when one field is written (contacts §8). */

import type { FieldError } from "#platform/errors.ts";
import type {
  ClassificationMethod,
  ContactClassField,
  CustomerClassField,
  LineType,
  Priority,
  SortingMethod,
  VendorClassField,
} from "./questionnaire.rules.ts";

/** Everything of a line that can be written. Decimals are texts. */
export interface LineContent {
  readonly type: LineType;
  readonly description: string | null;
  readonly multipleAnswers: boolean;
  readonly autoClassification: boolean;
  readonly customerClassField: CustomerClassField | null;
  readonly vendorClassField: VendorClassField | null;
  readonly contactClassField: ContactClassField | null;
  /** Date formulas in English letters. */
  readonly startingDateFormula: string | null;
  readonly endingDateFormula: string | null;
  readonly classificationMethod: ClassificationMethod | null;
  readonly sortingMethod: SortingMethod | null;
  readonly decimals: number;
  /** 0–100. */
  readonly minPercentAnswered: number;
  readonly fromValue: string | null;
  readonly toValue: string | null;
  readonly priority: Priority;
}

export type LineChange = { readonly [Field in keyof LineContent]?: LineContent[Field] | undefined };

const blank: Omit<LineContent, "type"> = {
  description: null,
  multipleAnswers: false,
  autoClassification: false,
  customerClassField: null,
  vendorClassField: null,
  contactClassField: null,
  startingDateFormula: null,
  endingDateFormula: null,
  classificationMethod: null,
  sortingMethod: null,
  decimals: 0,
  minPercentAnswered: 0,
  fromValue: null,
  toValue: null,
  priority: "normal",
};

export function blankLine(type: LineType): LineContent {
  return { type, ...blank };
}

type Field = Exclude<keyof LineContent, "type">;

export const classFields = ["customerClassField", "vendorClassField", "contactClassField"] as const;
const dates = ["startingDateFormula", "endingDateFormula"] as const;

/** Fields of one type only. */
const fieldsOf: Readonly<Record<LineType, readonly Field[]>> = {
  question: [
    "multipleAnswers",
    "autoClassification",
    ...classFields,
    ...dates,
    "classificationMethod",
    "sortingMethod",
    "decimals",
    "minPercentAnswered",
  ],
  answer: ["fromValue", "toValue", "priority"],
};

const needAuto: readonly Field[] = [...classFields, ...dates, "classificationMethod", "sortingMethod"];

export interface LineDecision {
  readonly content: LineContent;
  readonly errors: readonly FieldError[];
  /** The question was a rating and is none any more: its points lose their meaning. */
  readonly leavesRating: boolean;
}

/** A line after some of its fields were written, with what follows by itself; or what is wrong with it. */
export function decideLine(before: LineContent, change: LineChange): LineDecision {
  const written = writtenFields(change);
  const wanted: LineContent = { ...before, ...written };
  const content = wanted.type === "question" ? followClassFields(before, wanted, written) : wanted;
  return {
    content,
    errors: [
      ...errorsOfType(content, before.type, written),
      ...errorsOfChoice(written),
      ...(content.type === "question" ? errorsOfClassification(content) : []),
    ],
    leavesRating: before.contactClassField === "rating" && content.contactClassField !== "rating",
  };
}

function writtenFields(change: LineChange): Partial<LineContent> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

/** Choosing, changing or clearing a class field or a method settles what depends on it, unless it is written too. */
function followClassFields(
  before: LineContent,
  wanted: LineContent,
  written: Partial<LineContent>,
): LineContent {
  const chosen = classFields.find((field) => written[field] != null);
  const others = classFields.filter((field) => field !== chosen);
  let content = chosen ? { ...wanted, ...blanked(others), ...written } : wanted;
  if (isClassified(before) && !isClassified(content))
    content = { ...content, ...blanked([...dates, ...settled]), ...written };
  if (content.contactClassField === "rating" && chosen)
    content = {
      ...content,
      ...blanked([...dates, "sortingMethod"]),
      classificationMethod: "definedValue",
      ...written,
    };
  if (content.contactClassField !== "rating" && before.contactClassField === "rating")
    content = { ...content, minPercentAnswered: 0, ...written };
  if (chosen && content.classificationMethod === null && written.classificationMethod === undefined)
    content = { ...content, classificationMethod: "definedValue" };
  return followMethod(before, content, written);
}

const settled = ["classificationMethod", "sortingMethod", "decimals", "minPercentAnswered"] as const;

function followMethod(before: LineContent, content: LineContent, written: Partial<LineContent>): LineContent {
  const { classificationMethod: method } = content;
  if (method === before.classificationMethod) return content;
  const sortingMethod = isPercentage(method) ? "descending" : null;
  return {
    ...content,
    sortingMethod,
    ...(written.sortingMethod !== undefined && { sortingMethod: written.sortingMethod }),
  };
}

export function isPercentage(method: ClassificationMethod | null): boolean {
  return method === "percentageOfValue" || method === "percentageOfContacts";
}

export function isClassified(line: Pick<LineContent, (typeof classFields)[number]>): boolean {
  return classFields.some((field) => line[field] !== null);
}

function blanked<Name extends Field>(fields: readonly Name[]): Pick<LineContent, Name> {
  return Object.fromEntries(fields.map((field) => [field, blank[field]])) as Pick<LineContent, Name>;
}

function isFilled(content: LineContent, field: Field): boolean {
  return content[field] !== blank[field];
}

/** Fields of the other type: refused where they are written, and in the way where they are left over. */
function errorsOfType(
  content: LineContent,
  formerType: LineType,
  written: Partial<LineContent>,
): FieldError[] {
  const other: LineType = content.type === "question" ? "answer" : "question";
  return fieldsOf[other]
    .filter((field) => isFilled(content, field))
    .map((field) => {
      if (written[field] !== undefined || formerType === content.type)
        return { path: field, code: `questionnaire_${other}_only` };
      return { path: field, code: "questionnaire_type_field" };
    });
}

/** At most one class field. */
function errorsOfChoice(written: Partial<LineContent>): FieldError[] {
  const chosen = classFields.filter((field) => written[field] != null);
  return chosen.slice(1).map((path) => ({ path, code: "class_single_field" }));
}

function errorsOfClassification(content: LineContent): FieldError[] {
  const filled = (fields: readonly Field[], code: string) =>
    fields.filter((field) => isFilled(content, field)).map((path) => ({ path, code }));
  if (!content.autoClassification) return filled(needAuto, "class_needs_auto");
  if (content.contactClassField === "rating")
    return [
      ...filled([...dates, "sortingMethod"], "class_fixed_by_rating"),
      ...(content.classificationMethod === "definedValue"
        ? []
        : [{ path: "classificationMethod", code: "class_fixed_by_rating" }]),
    ];
  return [
    ...filled(["minPercentAnswered"], "class_only_rating"),
    ...(isPercentage(content.classificationMethod) ? [] : filled(["sortingMethod"], "class_no_sorting")),
  ];
}
