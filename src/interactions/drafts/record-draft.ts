import { sql } from "kysely";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, Invalid } from "#platform/errors.ts";
import type { NewInteraction } from "../log-entry.contract.ts";
import { type RecordedEntry, record } from "../record-interactions.commands.ts";
import { refuseCall } from "./change-draft.rules.ts";
import type { Draft } from "./draft.rules.ts";
import type { DraftComment } from "./draft-comments.rules.ts";

/** A draft that becomes an entry. */
export interface DraftToRecord {
  readonly draft: Draft;
  readonly comments: readonly DraftComment[];
  /** The postponed entry whose number it keeps. */
  readonly resumedEntryNo: number | null;
}

/**
 * Logs or postpones a draft (interactions §8.2); a resumed entry is replaced in the same transaction.
 *
 * @throws Invalid or Conflict with what is missing or not allowed; Conflict `interaction_not_postponed`
 */
export async function recordDraft(
  tx: TransactionContext,
  { draft, comments, resumedEntryNo }: DraftToRecord,
  { deliver = false, postponed = false }: { deliver?: boolean | undefined; postponed?: boolean },
): Promise<RecordedEntry> {
  const isCall = draft.kind === "phoneCall";
  if (isCall && !postponed) refuseIncompleteCall(draft);
  const contactVia = draft.values.contactVia ?? (isCall ? await phoneOf(tx, draft) : null);
  const resumed = resumedEntryNo === null ? null : await takePlaceOf(tx, resumedEntryNo);
  const input = { ...inputOf(draft), contactVia, deliver: deliver && !isCall, postponed };
  const [outcome] = await record(tx, [{ input, resumed, comments, isGuided: !isCall }], { isAtomic: true });
  return outcome as RecordedEntry;
}

function refuseIncompleteCall(draft: Draft): void {
  const errors = refuseCall(draft);
  const [first] = errors;
  if (first) throw new Invalid(first.code, {}, errors);
}

/** Every value said, blank included: nothing is derived that somebody could have seen and cleared. */
function inputOf({ values, typed }: Draft): NewInteraction {
  const { dialContact: _, cost, attachmentNo, ...others } = values;
  return {
    ...others,
    cost: cost === null ? null : String(cost),
    ...(typed.includes("attachmentNo") && { attachment: attachmentNo === null ? null : { attachmentNo } }),
  };
}

async function phoneOf(tx: TransactionContext, { values }: Draft): Promise<string | null> {
  const { rows } = await sql<{ phone_no: string | null }>`
    select c.phone_no from contact_numbers n join contacts c on c.id = n.contact_id where n.no = ${values.contactNo}
  `.execute(tx.db);
  return rows[0]?.phone_no ?? null;
}

/**
 * Removes a postponed entry with its comments, for another one to take its number.
 *
 * @throws Conflict `interaction_not_postponed` when it was logged or deleted meanwhile
 */
async function takePlaceOf(tx: TransactionContext, entryNo: number) {
  const { rows } = await sql<{ version: number; attachment_no: number | null }>`
    with gone as (
      delete from interaction_log_entries where entry_no = ${entryNo} and postponed
      returning contact_id, entry_no, version, attachment_no
    ), comments as (
      delete from interaction_comments c using gone
       where c.contact_id = gone.contact_id and c.entry_no = gone.entry_no
    )
    select version, attachment_no from gone`.execute(tx.db);
  if (!rows[0]) throw notPostponed(entryNo);
  return { entryNo, version: rows[0].version, attachmentNo: rows[0].attachment_no };
}

export function notPostponed(entryNo: number): Conflict {
  return new Conflict("interaction_not_postponed", { entryNo });
}
