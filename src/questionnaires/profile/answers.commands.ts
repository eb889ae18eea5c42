import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { touchContacts } from "#contacts/index.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict } from "#platform/errors.ts";
import { emit } from "#platform/events/events.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { recordTicks } from "../history/record-changes.ts";
import { type LineRow, lineNotFound, notAnAnswer } from "../lines.queries.ts";
import { isFor } from "../questionnaire.rules.ts";
import { classificationUpdated } from "../questionnaire-events.ts";
import { getQuestionnaireRow } from "../questionnaires.queries.ts";
import { keyOf } from "../rating-graph.ts";
import { getProfileContact, type ProfileContact } from "./profile.queries.ts";
import { rateAnew } from "./rate-anew.ts";

/** An answer as its path names it. */
export interface AnswerPath {
  readonly no: string;
  readonly questionnaireCode: string;
  readonly lineNo: number;
}

/**
 * Ticks an answer for a contact. One that it holds already stays as it is.
 *
 * @param replace an answer to a question that takes one only gives way
 * @throws NotFound; Conflict `contact_minor`, `profile_not_answer`, `profile_auto`, `profile_not_offered`,
 * `profile_single_answer`
 */
export function setAnswer(ctx: Context, path: AnswerPath, { replace = false } = {}): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { contact, line, question, held } = await openAnswer(tx, path);
    if (held.includes(line.line_no)) return;
    const replaced = question.multiple_answers ? [] : held;
    if (replaced.length > 0) {
      if (!replace)
        throw new Conflict("profile_single_answer", { question: question.description ?? keyInWords(path) });
      await deleteAnswers(tx.db, contact.id, line.questionnaire_id, replaced);
    }
    await tx.db
      .insertInto("contact_profile_answers")
      .values({
        contact_id: contact.id,
        questionnaire_id: line.questionnaire_id,
        line_no: line.line_no,
        answered_on: today(tx),
        points: null,
        answered_percent: null,
      })
      .execute();
    await recordTicks(tx, ownerOf(contact, line), { gained: [line.line_no], lost: replaced });
    await follow(tx, contact, line, path, "profileAnswer.set");
  });
}

/**
 * Takes an answer back; one that the contact does not hold is no error.
 *
 * @throws NotFound; Conflict `contact_minor`, `profile_not_answer`, `profile_auto`
 */
export function clearAnswer(ctx: Context, path: AnswerPath): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const { contact, line, held } = await openAnswer(tx, path, { isClearing: true });
    if (!held.includes(line.line_no)) return;
    await deleteAnswers(tx.db, contact.id, line.questionnaire_id, [line.line_no]);
    await recordTicks(tx, ownerOf(contact, line), { gained: [], lost: [line.line_no] });
    await follow(tx, contact, line, path, "profileAnswer.cleared");
  });
}

async function deleteAnswers(
  tx: Tx,
  contactId: number,
  questionnaireId: number,
  lineNos: readonly number[],
): Promise<void> {
  await sql`
    delete from contact_profile_answers
     where contact_id = ${contactId} and questionnaire_id = ${questionnaireId} and line_no = any(${lineNos}::int[])`.execute(
    tx,
  );
}

interface OpenedAnswer {
  readonly contact: ProfileContact;
  readonly line: LineRow;
  readonly question: LineRow;
  /** Lines of the same question that the contact holds. */
  readonly held: readonly number[];
}

/** The answer and its question, under locks: of the contact against other writers, of the questionnaire against changes. */
async function openAnswer(
  tx: TransactionContext,
  path: AnswerPath,
  { isClearing = false } = {},
): Promise<OpenedAnswer> {
  const { questionnaireCode, lineNo } = path;
  const contact = await getProfileContact(tx.db, path.no, "write");
  const questionnaire = await getQuestionnaireRow(tx.db, questionnaireCode, "read");
  const { rows } = await sql<LineRow & { is_held: boolean }>`
    select l.*, exists (
             select from contact_profile_answers a
              where a.contact_id = ${contact.id} and a.questionnaire_id = l.questionnaire_id and a.line_no = l.line_no) as is_held
      from questionnaire_lines l where l.questionnaire_id = ${questionnaire.id}`.execute(tx.db);
  const line = rows.find(({ line_no }) => line_no === lineNo);
  if (!line) throw lineNotFound(questionnaireCode, lineNo);
  const question = rows.find(({ line_no }) => line_no === line.question_no);
  if (line.type !== "answer" || !question) throw notAnAnswer(questionnaireCode, lineNo);
  if (question.auto_classification)
    throw new Conflict("profile_auto", { question: question.description ?? keyInWords(path) });
  const audience = {
    contactType: questionnaire.contact_type,
    businessRelationId: questionnaire.business_relation_id,
  };
  const isOffered = isFor(audience, contact) || rows.some(({ is_held }) => is_held);
  if (!isOffered && !isClearing)
    throw new Conflict("profile_not_offered", { no: contact.no, key: questionnaireCode });
  const held = rows
    .filter(({ is_held, question_no }) => is_held && question_no === question.line_no)
    .map(({ line_no }) => line_no);
  return { contact, line, question, held };
}

function ownerOf({ id }: ProfileContact, { questionnaire_id }: LineRow) {
  return { contactId: id, questionnaireId: questionnaire_id };
}

function keyInWords({ questionnaireCode, lineNo }: AnswerPath): string {
  return `${questionnaireCode}:${lineNo}`;
}

function today({ now, timeZone }: Context): string {
  return localMoment(now, timeZone).date;
}

/** What follows an answer that was set or cleared. */
async function follow(
  tx: TransactionContext,
  contact: ProfileContact,
  line: LineRow,
  path: AnswerPath,
  action: "profileAnswer.set" | "profileAnswer.cleared",
): Promise<void> {
  await touchContacts(tx.db, [contact.id]);
  const isSet = action === "profileAnswer.set";
  await emit(tx, classificationUpdated, {
    questionnaireId: line.questionnaire_id,
    questionNo: line.question_no!,
    contactId: contact.id,
    gained: isSet ? 1 : 0,
    lost: isSet ? 0 : 1,
  });
  await rateAnew(tx, contact.id, keyOf(line.questionnaire_id, line.question_no!));
  await recordChange(tx, {
    action,
    resource: "contacts",
    key: contact.no,
    changes: { answer: isSet ? [null, keyInWords(path)] : [keyInWords(path), null] },
  });
}
