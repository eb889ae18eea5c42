import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { keptMonths, type ProfileChangeCause } from "./history.rules.ts";

/** What rows of the history have in common that are written at once. */
export interface ProfileOccasion {
  readonly changeNo: number;
  readonly cause: ProfileChangeCause;
  readonly actor: string;
}

export async function openOccasion(
  { keys, actor }: Pick<Context, "keys" | "actor">,
  cause: ProfileChangeCause,
): Promise<ProfileOccasion> {
  return { changeNo: await keys.take("profileChange"), cause, actor: actor.name };
}

/** Writes that somebody ticked answers of a questionnaire for a contact, or took them back. */
export async function recordTicks(
  tx: TransactionContext,
  { contactId, questionnaireId }: { readonly contactId: number; readonly questionnaireId: number },
  { gained, lost }: { readonly gained: readonly number[]; readonly lost: readonly number[] },
): Promise<void> {
  const { changeNo, cause, actor } = await openOccasion(tx, "manual");
  await sql`
    insert into contact_profile_changes (contact_id, change_no, questionnaire_id, line_no, change, cause, actor)
    select ${contactId}, ${changeNo}, ${questionnaireId}, t.line_no, t.change, ${cause}, ${actor}
      from (select unnest(${gained}::int[]) as line_no, 'gained' as change
            union all select unnest(${lost}::int[]), 'lost') t`.execute(tx.db);
}

/**
 * After contacts became one, or two again, and their histories with them: writes what the merge gave and took, so that
 * the last line about an answer always says whether the contact holds it.
 */
export async function settleHistory(tx: TransactionContext, contactIds: readonly number[]): Promise<void> {
  const { changeNo, cause, actor } = await openOccasion(tx, "merge");
  await sql`
    insert into contact_profile_changes
      (contact_id, change_no, questionnaire_id, line_no, change, points_before, points_after, cause, actor)
    select s.contact_id, ${changeNo}, s.questionnaire_id, s.line_no,
           case when a.contact_id is null then 'lost' else 'gained' end,
           case when a.contact_id is null then s.points_after end, a.points, ${cause}, ${actor}
      from (select distinct on (contact_id, questionnaire_id, line_no) *
              from contact_profile_changes where contact_id = any(${contactIds}::bigint[])
             order by contact_id, questionnaire_id, line_no, recorded_at desc, change_no desc) s
      left join contact_profile_answers a on a.contact_id = s.contact_id
       and a.questionnaire_id = s.questionnaire_id and a.line_no = s.line_no
     where (s.change = 'lost') = (a.contact_id is not null)`.execute(tx.db);
}

/** Before lines of a questionnaire are deleted: keeps what they were called; `null`: all of its lines. */
export async function keepNames(tx: Tx, questionnaireId: number, lineNo: number | null): Promise<void> {
  await sql`
    insert into former_questionnaire_lines (questionnaire_id, line_no, questionnaire_code, question, answer)
    select l.questionnaire_id, l.line_no, q.code, s.description, l.description
      from questionnaire_lines l
      join questionnaires q on q.id = l.questionnaire_id
      left join questionnaire_lines s on s.questionnaire_id = l.questionnaire_id and s.line_no = l.question_no
     where l.questionnaire_id = ${questionnaireId} and l.type = 'answer'
       and (${lineNo}::int is null or l.line_no = ${lineNo}::int)`.execute(tx);
}

/** Deletes lines that are too old, so many at once; may run twice without harm. */
export async function deleteOldProfileChanges({ db, now }: Context): Promise<void> {
  await sql`
    delete from contact_profile_changes h
     using (select contact_id, change_no, questionnaire_id, line_no, change from contact_profile_changes
             where recorded_at < ${now.toISOString()}::timestamptz - make_interval(months => ${keptMonths})
             limit 100000) old
     where (h.contact_id, h.change_no, h.questionnaire_id, h.line_no, h.change)
         = (old.contact_id, old.change_no, old.questionnaire_id, old.line_no, old.change)`.execute(db);
}
