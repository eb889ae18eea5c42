import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { evaluateDateFormula, parseDateFormula } from "#platform/date-formula.rules.ts";
import { Conflict, Invalid } from "#platform/errors.ts";
import { missingFields, orderRatings } from "../classification.rules.ts";
import { contentOf, type LineRow } from "../lines.queries.ts";
import { keyOf, readRatingGraph } from "../rating-graph.ts";
import type { Audience } from "./asked-contacts.ts";
import type { Period } from "./class-values.ts";
import type { ClassifiedByValue } from "./classify-question.ts";
import type { Rating } from "./rate-contacts.ts";

/** One question of a run. */
export interface ClassificationStep {
  readonly questionnaireCode: string;
  readonly description: string | null;
  readonly work:
    | { readonly kind: "value"; readonly question: ClassifiedByValue }
    | { readonly kind: "rating"; readonly rating: Rating };
}

type QuestionRow = LineRow & Audience & { readonly code: string };

/**
 * The automatic questions of the questionnaires in the order of a run: ratings last, each after those it rests on.
 *
 * @param ids `null`: all questionnaires
 * @param date the day that date formulas count from
 * @throws Conflict `class_incomplete`, `rating_cycle`; Invalid `class_dates`; each names the first question that is wrong
 */
export async function planClassification(
  db: Db,
  ids: readonly number[] | null,
  date: string,
): Promise<readonly ClassificationStep[]> {
  const { rows } = await sql<QuestionRow>`
    select l.*, q.code, q.contact_type, q.business_relation_id
      from questionnaire_lines l join questionnaires q on q.id = l.questionnaire_id
     where l.type = 'question' and l.auto_classification
       and (${ids}::int[] is null or q.id = any(${ids}::int[]))
     order by q.code, l.position`.execute(db);
  for (const row of rows) refuseIncomplete(row);
  const values = rows
    .filter((row) => row.contact_class_field !== "rating")
    .map((row) => valueStep(row, date));
  return [...values, ...(await ratingSteps(db, rows))];
}

function refuseIncomplete(row: QuestionRow): void {
  const missing = missingFields(contentOf(row)).filter((warning) => warning !== "sorting_missing");
  if (missing.length > 0)
    throw new Conflict("class_incomplete", {
      question: nameOf(row),
      key: `${row.code}:${row.line_no}`,
      missing,
    });
}

function nameOf({ code, line_no, description }: QuestionRow): string {
  return description ?? `${code}:${line_no}`;
}

function valueStep(row: QuestionRow, date: string): ClassificationStep {
  return {
    questionnaireCode: row.code,
    description: row.description,
    work: {
      kind: "value",
      question: {
        questionnaireId: row.questionnaire_id,
        questionNo: row.line_no,
        audience: audienceOf(row),
        field: fieldOf(row),
        period: periodOf(row, date),
        method: row.classification_method!,
        sortingMethod: row.sorting_method,
        decimals: row.decimals,
      },
    },
  };
}

function audienceOf({ contact_type, business_relation_id }: QuestionRow): Audience {
  return { contact_type, business_relation_id };
}

function fieldOf(row: QuestionRow): ClassifiedByValue["field"] {
  if (row.customer_class_field) return { of: "customer", name: row.customer_class_field };
  if (row.vendor_class_field) return { of: "vendor", name: row.vendor_class_field };
  return {
    of: "contact",
    name: row.contact_class_field as Exclude<typeof row.contact_class_field, "rating" | null>,
  };
}

/** Its formulas applied to the day of the run. */
function periodOf(row: QuestionRow, date: string): Period {
  const dayOf = (formula: string | null) => evaluateDateFormula(parseDateFormula(formula ?? "") ?? [], date);
  const period = { from: dayOf(row.starting_date_formula), to: dayOf(row.ending_date_formula) };
  if (period.to < period.from)
    throw new Invalid("class_dates", { question: nameOf(row), key: `${row.code}:${row.line_no}`, ...period });
  return period;
}

async function ratingSteps(db: Db, rows: readonly QuestionRow[]): Promise<ClassificationStep[]> {
  const wanted = new Map(
    rows
      .filter((row) => row.contact_class_field === "rating")
      .map((row) => [keyOf(row.questionnaire_id, row.line_no), row]),
  );
  if (wanted.size === 0) return [];
  const { ratings, edges } = await readRatingGraph(db);
  const ordered = orderRatings(ratings, edges);
  if (!ordered) throw new Conflict("rating_cycle");
  return ordered.flatMap((key) => {
    const row = wanted.get(key);
    return row
      ? [
          {
            questionnaireCode: row.code,
            description: row.description,
            work: { kind: "rating", rating: ratingOf(row) },
          },
        ]
      : [];
  });
}

export function ratingOf(row: LineRow & Audience): Rating {
  return {
    questionnaireId: row.questionnaire_id,
    questionNo: row.line_no,
    audience: { contact_type: row.contact_type, business_relation_id: row.business_relation_id },
    decimals: row.decimals,
    minPercentAnswered: row.min_percent_answered,
  };
}
