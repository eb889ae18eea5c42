import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import type { ProfileOccasion } from "../history/record-changes.ts";
import type {
  ClassificationMethod,
  ContactClassField,
  CustomerClassField,
  SortingMethod,
  VendorClassField,
} from "../questionnaire.rules.ts";
import type { Audience } from "./asked-contacts.ts";
import { isOfType } from "./asked-contacts.ts";
import { contactValues, type Period, partyValues } from "./class-values.ts";
import { type AnswerChanges, isInRange, replaceAnswers } from "./write-answers.ts";

/** An automatic question that is no rating, ready to be classified. */
export interface ClassifiedByValue {
  readonly questionnaireId: number;
  readonly questionNo: number;
  readonly audience: Audience;
  readonly field:
    | { readonly of: "customer"; readonly name: CustomerClassField }
    | { readonly of: "vendor"; readonly name: VendorClassField }
    | { readonly of: "contact"; readonly name: Exclude<ContactClassField, "rating"> };
  readonly period: Period;
  readonly method: ClassificationMethod;
  readonly sortingMethod: SortingMethod | null;
  readonly decimals: number;
}

/**
 * Finds the answers of all contacts to one question and writes what differs: one statement that collects the value of
 * everybody, weighs it against the others and matches it with the answers (contacts §8, "Match" and "Whom").
 */
export function classifyQuestion(
  tx: Tx,
  question: ClassifiedByValue,
  { occasion, sampleSize = 0 }: { readonly occasion: ProfileOccasion | null; readonly sampleSize?: number },
): Promise<AnswerChanges> {
  const { questionnaireId, questionNo } = question;
  return replaceAnswers(
    tx,
    { questionnaireId, questionNo, contactId: null, occasion, sampleSize },
    foundAnswers(question),
  );
}

function foundAnswers(question: ClassifiedByValue): RawBuilder<unknown> {
  const { questionnaireId, questionNo, audience, field } = question;
  const matched = sql`
    select s.contact_id, a.line_no
      from scored s
      join questionnaire_lines a on a.questionnaire_id = ${questionnaireId} and a.question_no = ${questionNo}
       and a.type = 'answer' and ${isInRange(sql`s.value`)}`;
  return sql`
    with weighed as (${valuesOf(question)}),
    scored as materialized (
      select contact_id, round(${measured(question)}, ${sql.lit(question.decimals)}) as value from weighed
    )
    select contact_id, line_no, null::date as answered_on, null::numeric as points, null::numeric as answered_percent
      from (${field.of === "contact" ? matched : withPeople(matched, audience)}) marked`;
}

function valuesOf({ field, audience, period }: ClassifiedByValue): RawBuilder<unknown> {
  if (field.of === "contact") return contactValues(field.name, audience, period);
  return partyValues(field.of, field.name, audience, period);
}

/** What is compared with the bounds: the value itself, its share of all values, or the contact's place among all. */
function measured({ method, sortingMethod }: ClassifiedByValue): RawBuilder<unknown> {
  switch (method) {
    case "definedValue":
      return sql`value::numeric`;
    case "percentageOfValue":
      return sql`coalesce(100 * value::numeric / nullif(sum(value) over (), 0), 0)`;
    case "percentageOfContacts": {
      const order = sortingMethod === "ascending" ? sql`value` : sql`value desc`;
      return sql`100::numeric * row_number() over (order by ${order}, no collate "C") / count(*) over ()`;
    }
  }
}

/** The customer or vendor itself, if the questionnaire is for its type, and the people of a company. */
function withPeople(matched: RawBuilder<unknown>, audience: Audience): RawBuilder<unknown> {
  const itself = sql`
    select m.contact_id, m.line_no from matched m join contacts c on c.id = m.contact_id where ${isOfType(audience)}`;
  const people = sql`
    select p.id, m.line_no from matched m join contacts p on p.company_id = m.contact_id
     where p.type = 'person' and not p.minor`;
  return sql`with matched as materialized (${matched})
    ${audience.contact_type === "companies" ? itself : sql`${itself} union ${people}`}`;
}
