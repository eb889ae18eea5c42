import { sql, type Updateable } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, type FieldError, Invalid } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { keepNames } from "./history/record-changes.ts";
import { blankLine, decideLine, type LineChange, type LineContent } from "./line.rules.ts";
import type { NewQuestionnaireLine, QuestionnaireLine, QuestionnaireLineChanges } from "./lines.contract.ts";
import {
  contentOf,
  countHolders,
  findLines,
  type LineRow,
  lineNotFound,
  notAnAnswer,
  presentLine,
} from "./lines.queries.ts";
import { lineStep } from "./questionnaire.rules.ts";
import { getQuestionnaireRow } from "./questionnaires.queries.ts";
import type { QuestionnairesTables } from "./questionnaires.tables.ts";
import { lockRatingGraph, refuseCycles } from "./rating-graph.ts";

const resource = "questionnaire-lines";

/** A questionnaire that only this transaction changes, with its lines. */
export interface LockedQuestionnaire {
  readonly id: number;
  readonly code: string;
  readonly lines: readonly LineRow[];
}

/** @throws NotFound `not_found` */
export async function lockQuestionnaire(tx: TransactionContext, code: string): Promise<LockedQuestionnaire> {
  const { id } = await getQuestionnaireRow(tx.db, code, "write");
  await lockRatingGraph(tx.db);
  return { id, code, lines: await findLines(tx.db, id) };
}

/** @throws NotFound, Invalid with a code per field (see the rules), Conflict `rating_cycle` */
export function createLine(
  ctx: Context,
  code: string,
  input: NewQuestionnaireLine,
): Promise<QuestionnaireLine> {
  return inTransaction(ctx, async (tx) => {
    const questionnaire = await lockQuestionnaire(tx, code);
    const { afterLineNo, type, ...fields } = input;
    const kind = type ?? (questionnaire.lines.length === 0 ? "question" : "answer");
    const lineNo = await insertLine(tx, questionnaire, decide(blankLine(kind), fields), afterLineNo);
    await settle(tx.db, questionnaire.id);
    const line = await readLine(tx.db, questionnaire, lineNo);
    await recordChange(tx, {
      action: "questionnaireLine.created",
      resource,
      key: `${code}:${lineNo}`,
      changes: differences(blankLine(kind), contentOf(line), []),
    });
    return presentLine(line, 0);
  });
}

/** Writes a line behind another one (0: at the beginning; undefined: at the end) and answers its number. */
async function insertLine(
  tx: TransactionContext,
  questionnaire: LockedQuestionnaire,
  content: LineContent,
  afterLineNo: number | undefined,
): Promise<number> {
  if (afterLineNo !== undefined) {
    const before = afterLineNo === 0 ? null : lineOf(questionnaire, afterLineNo);
    const position = (before?.position ?? 0) + 1;
    await sql`
      update questionnaire_lines set position = position + 1
       where questionnaire_id = ${questionnaire.id} and position >= ${position}`.execute(tx.db);
    return (await insertLines(tx, questionnaire, [content], position))[0]!;
  }
  return (await appendLines(tx, questionnaire, [content]))[0]!;
}

/** Writes lines behind all others; answers their numbers. */
export function appendLines(
  tx: TransactionContext,
  questionnaire: LockedQuestionnaire,
  contents: readonly LineContent[],
): Promise<readonly number[]> {
  const last = Math.max(0, ...questionnaire.lines.map(({ position }) => position));
  return insertLines(tx, questionnaire, contents, last + 1);
}

async function insertLines(
  tx: TransactionContext,
  { id, lines }: LockedQuestionnaire,
  contents: readonly LineContent[],
  position: number,
): Promise<readonly number[]> {
  const highest = Math.max(0, ...lines.map(({ line_no }) => line_no));
  const firstNo = (Math.floor(highest / lineStep) + 1) * lineStep;
  const rows = contents.map((content, index) => ({
    questionnaire_id: id,
    line_no: firstNo + index * lineStep,
    position: position + index,
    question_no: null,
    classified_on: null,
    ...columnsOf(content),
  }));
  await tx.db.insertInto("questionnaire_lines").values(rows).execute();
  return rows.map(({ line_no }) => line_no);
}

/**
 * @throws NotFound, Stale, Invalid with a code per field, Conflict `questionnaire_in_use`, `rating_cycle`,
 * `confirmation_required` (`deletePoints`)
 */
export function changeLine(
  ctx: Context,
  code: string,
  lineNo: number,
  { deletePoints, ...change }: QuestionnaireLineChanges,
  ifMatch: number | null,
): Promise<QuestionnaireLine> {
  return inTransaction(ctx, async (tx) => {
    const questionnaire = await lockQuestionnaire(tx, code);
    const row = lineOf(questionnaire, lineNo);
    expectVersion(row, ifMatch);
    const before = contentOf(row);
    const decision = decideLine(before, change);
    refuse(decision.errors);
    const changes = differences(before, decision.content, []);
    const noOfContacts = await countHolders(tx.db, row);
    if (Object.keys(changes).length === 0) return presentLine(row, noOfContacts);
    if (before.type === "answer" && decision.content.type === "question")
      await refuseWhileHeld(tx.db, questionnaire, row, noOfContacts);
    if (decision.leavesRating) await deleteAllPoints(tx.db, row, deletePoints);
    await tx.db
      .updateTable("questionnaire_lines")
      .set({ ...columnsOf(decision.content), version: row.version + 1, last_modified_at: sql`now()` })
      .where("questionnaire_id", "=", questionnaire.id)
      .where("line_no", "=", lineNo)
      .execute();
    await settle(tx.db, questionnaire.id);
    await recordChange(tx, {
      action: "questionnaireLine.changed",
      resource,
      key: `${code}:${lineNo}`,
      changes,
    });
    return presentLine(await readLine(tx.db, questionnaire, lineNo), noOfContacts);
  });
}

/** @throws NotFound, Stale, Conflict `questionnaire_in_use`, `rating_cycle` */
export function deleteLine(
  ctx: Context,
  code: string,
  lineNo: number,
  ifMatch: number | null,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const questionnaire = await lockQuestionnaire(tx, code);
    const row = lineOf(questionnaire, lineNo);
    expectVersion(row, ifMatch);
    const hasAnswers = questionnaire.lines.some(
      (line) => line.question_no === lineNo && line.type === "answer",
    );
    if (hasAnswers) throw inUse(questionnaire, lineNo, ["answers"]);
    await refuseWhileHeld(tx.db, questionnaire, row, await countHolders(tx.db, row));
    await keepNames(tx.db, questionnaire.id, lineNo);
    await tx.db
      .deleteFrom("questionnaire_lines")
      .where("questionnaire_id", "=", questionnaire.id)
      .where("line_no", "=", lineNo)
      .execute();
    await settle(tx.db, questionnaire.id);
    await recordChange(tx, {
      action: "questionnaireLine.deleted",
      resource,
      key: `${code}:${lineNo}`,
      changes: { description: [row.description, null] },
    });
  });
}

/**
 * Swaps an answer with its neighbour of the same question; at either end nothing happens.
 *
 * @throws NotFound, Conflict `profile_not_answer` for a question
 */
export function moveLine(
  ctx: Context,
  code: string,
  lineNo: number,
  direction: "up" | "down",
): Promise<QuestionnaireLine> {
  return inTransaction(ctx, async (tx) => {
    const questionnaire = await lockQuestionnaire(tx, code);
    const row = lineOf(questionnaire, lineNo);
    if (row.type !== "answer") throw notAnAnswer(code, lineNo);
    const step = direction === "up" ? -1 : 1;
    const neighbour = questionnaire.lines[questionnaire.lines.indexOf(row) + step];
    if (neighbour?.type === "answer") {
      await sql`
        update questionnaire_lines set position = ${row.position + neighbour.position} - position
         where questionnaire_id = ${questionnaire.id} and line_no in (${lineNo}, ${neighbour.line_no})`.execute(
        tx.db,
      );
      await recordChange(tx, {
        action: "questionnaireLine.moved",
        resource,
        key: `${code}:${lineNo}`,
        changes: { direction },
      });
    }
    return presentLine(await readLine(tx.db, questionnaire, lineNo), await countHolders(tx.db, row));
  });
}

/** A line as the rules leave it. @throws Invalid */
export function decide(before: LineContent, change: LineChange): LineContent {
  const { content, errors } = decideLine(before, change);
  refuse(errors);
  return content;
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length === 0) return;
  const codes = new Set(errors.map(({ code }) => code));
  throw new Invalid(codes.size === 1 ? errors[0]!.code : "validation", {}, errors);
}

/** Which question each answer belongs to follows from the order; ratings must not rest on one another in a circle. */
export async function settle(tx: Tx, questionnaireId: number): Promise<void> {
  await sql`
    with counted as (
      select line_no, type, count(*) filter (where type = 'question') over (order by position) as question
        from questionnaire_lines where questionnaire_id = ${questionnaireId}
    ), linked as (
      select line_no, max(line_no) filter (where type = 'question') over (partition by question) as question_no
        from counted
    )
    update questionnaire_lines l set question_no = linked.question_no from linked
     where l.questionnaire_id = ${questionnaireId} and l.line_no = linked.line_no
       and l.question_no is distinct from linked.question_no`.execute(tx);
  await refuseCycles(tx);
  await sql`update questionnaires set last_modified_at = now() where id = ${questionnaireId}`.execute(tx);
}

/** A line that a contact holds, or that a rating needs, stays what it is. */
async function refuseWhileHeld(
  tx: Tx,
  questionnaire: LockedQuestionnaire,
  { questionnaire_id, line_no }: LineRow,
  noOfContacts: number,
): Promise<void> {
  const { rows } = await sql<{ points: boolean }>`
    select exists (
      select from rating_points
       where (questionnaire_id, line_no) = (${questionnaire_id}, ${line_no})
          or (answer_questionnaire_id, answer_line_no) = (${questionnaire_id}, ${line_no})) as points`.execute(
    tx,
  );
  const usedBy = [...(noOfContacts > 0 ? ["contacts"] : []), ...(rows[0]!.points ? ["ratings"] : [])];
  if (usedBy.length > 0) throw inUse(questionnaire, line_no, usedBy);
}

function inUse({ code }: LockedQuestionnaire, lineNo: number, usedBy: readonly string[]): Conflict {
  return new Conflict("questionnaire_in_use", { key: `${code}:${lineNo}`, usedBy });
}

async function deleteAllPoints(tx: Tx, row: LineRow, isWanted: boolean | undefined): Promise<void> {
  const { rows } = await sql`
    delete from rating_points where questionnaire_id = ${row.questionnaire_id} and line_no = ${row.line_no}
    returning points`.execute(tx);
  if (rows.length > 0 && isWanted !== true)
    throw new Conflict("confirmation_required", { key: "deletePoints", preselected: false });
}

export function lineOf({ code, lines }: LockedQuestionnaire, lineNo: number): LineRow {
  const row = lines.find(({ line_no }) => line_no === lineNo);
  if (!row) throw lineNotFound(code, lineNo);
  return row;
}

async function readLine(tx: Tx, { id, code }: LockedQuestionnaire, lineNo: number): Promise<LineRow> {
  return lineOf({ id, code, lines: await findLines(tx, id) }, lineNo);
}

function columnsOf(content: LineContent) {
  return {
    type: content.type,
    description: content.description,
    multiple_answers: content.multipleAnswers,
    auto_classification: content.autoClassification,
    customer_class_field: content.customerClassField,
    vendor_class_field: content.vendorClassField,
    contact_class_field: content.contactClassField,
    starting_date_formula: content.startingDateFormula,
    ending_date_formula: content.endingDateFormula,
    classification_method: content.classificationMethod,
    sorting_method: content.sortingMethod,
    decimals: content.decimals,
    min_percent_answered: content.minPercentAnswered,
    from_value: content.fromValue,
    to_value: content.toValue,
    priority: content.priority,
  } satisfies Updateable<QuestionnairesTables["questionnaire_lines"]>;
}
