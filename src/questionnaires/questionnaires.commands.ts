import { sql, type Updateable } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { Conflict } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { refuseUnknownReferences, resolveReferences } from "#setup/index.ts";
import { keepNames } from "./history/record-changes.ts";
import type { NewQuestionnaire, Questionnaire, QuestionnaireChanges } from "./questionnaires.contract.ts";
import { getQuestionnaire, getQuestionnaireRow, presentQuestionnaire } from "./questionnaires.queries.ts";
import type { QuestionnairesTables } from "./questionnaires.tables.ts";

const constraint = "questionnaires_code_key";
const unseen = ["version", "lastModifiedAt", "noOfQuestions"];

/** @throws Conflict `duplicate`; Invalid `not_found` */
export function createQuestionnaire(ctx: Context, input: NewQuestionnaire): Promise<Questionnaire> {
  return inTransaction(ctx, async (tx) => {
    const columns = await columnsOf(tx, input);
    const values = {
      description: null,
      contact_type: null,
      business_relation_id: null,
      ...columns,
      code: input.code,
    };
    await refusingDuplicates({ constraint, key: input.code }, () =>
      tx.db.insertInto("questionnaires").values(values).execute(),
    );
    const questionnaire = await getQuestionnaire(tx.db, input.code);
    await recordChange(tx, {
      action: "questionnaire.created",
      resource: "questionnaires",
      key: input.code,
      changes: differences({}, questionnaire, unseen),
    });
    return questionnaire;
  });
}

/** @throws NotFound, Stale, and what creating throws */
export function changeQuestionnaire(
  ctx: Context,
  code: string,
  input: QuestionnaireChanges,
  ifMatch: number | null,
): Promise<Questionnaire> {
  return inTransaction(ctx, async (tx) => {
    const row = await getQuestionnaireRow(tx.db, code, "write");
    expectVersion(row, ifMatch);
    const before = presentQuestionnaire(row);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    if (Object.keys(differences<object>(before, given)).length === 0) return before;
    const columns = await columnsOf(tx, input);
    await refusingDuplicates({ constraint, key: input.code ?? code }, () =>
      tx.db
        .updateTable("questionnaires")
        .set({ ...columns, version: row.version + 1, last_modified_at: sql`now()` })
        .where("id", "=", row.id)
        .execute(),
    );
    const after = await getQuestionnaire(tx.db, input.code ?? code);
    await recordChange(tx, {
      action: "questionnaire.changed",
      resource: "questionnaires",
      key: code,
      changes: differences(before, after, unseen),
    });
    return after;
  });
}

/** @throws NotFound, Stale, Conflict `questionnaire_in_use` while a contact or a rating needs one of its lines */
export function deleteQuestionnaire(ctx: Context, code: string, ifMatch: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const row = await getQuestionnaireRow(tx.db, code, "write");
    expectVersion(row, ifMatch);
    await refuseWhileNeeded(tx.db, row);
    await keepNames(tx.db, row.id, null);
    await tx.db.deleteFrom("questionnaires").where("id", "=", row.id).execute();
    await recordChange(tx, { action: "questionnaire.deleted", resource: "questionnaires", key: code });
  });
}

async function refuseWhileNeeded(tx: Tx, { id, code }: { id: number; code: string }): Promise<void> {
  const { rows } = await sql<{ contacts: boolean; points: boolean }>`
    select exists (select from contact_profile_answers where questionnaire_id = ${id}) as contacts,
           exists (select from rating_points where questionnaire_id = ${id} or answer_questionnaire_id = ${id}) as points
  `.execute(tx);
  const { contacts, points } = rows[0]!;
  if (contacts || points)
    throw new Conflict("questionnaire_in_use", {
      key: code,
      usedBy: [...(contacts ? ["contacts"] : []), ...(points ? ["ratings"] : [])],
    });
}

async function columnsOf(
  tx: TransactionContext,
  input: QuestionnaireChanges,
): Promise<Updateable<QuestionnairesTables["questionnaires"]>> {
  const { rows, notFound } = await resolveReferences(
    tx.db,
    { businessRelationCode: "business_relations" },
    input,
  );
  refuseUnknownReferences(notFound);
  return {
    ...(input.code !== undefined && { code: input.code }),
    ...(input.description !== undefined && { description: input.description }),
    ...(input.contactType !== undefined && { contact_type: input.contactType }),
    ...(input.businessRelationCode !== undefined && {
      business_relation_id: rows.businessRelationCode?.id ?? null,
    }),
    ...(input.priority !== undefined && { priority: input.priority }),
    ...scheduleColumns(input, tx.now),
  };
}

/** A schedule that was just set has nothing to catch up with. */
function scheduleColumns(
  { classificationSchedule, classificationWeekday, classificationHour }: QuestionnaireChanges,
  now: Date,
): Updateable<QuestionnairesTables["questionnaires"]> {
  const columns = {
    ...(classificationSchedule !== undefined && { classification_schedule: classificationSchedule }),
    ...(classificationWeekday !== undefined && { classification_weekday: classificationWeekday }),
    ...(classificationHour !== undefined && { classification_hour: classificationHour }),
  };
  return Object.keys(columns).length === 0
    ? {}
    : { ...columns, classification_ordered_at: now.toISOString() };
}
