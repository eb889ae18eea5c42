import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { prepared } from "#platform/db/prepared.ts";
import { NotFound } from "#platform/errors.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { loadRecordingFacts, type RecordingFacts } from "../recording-facts.queries.ts";
import { blankValues, type Draft, type DraftFacts, type DraftValues } from "./draft.rules.ts";
import type { DraftComment } from "./draft-comments.rules.ts";
import type { DraftOutcome, StoredValues } from "./drafts.tables.ts";

/** A draft as it is kept. */
export interface KeptDraft extends Draft {
  readonly id: string;
  readonly comments: readonly DraftComment[];
  readonly resumedEntryNo: number | null;
  readonly outcome: DraftOutcome | null;
  readonly entryNo: number | null;
  readonly version: number;
  readonly createdAt: string;
  readonly lastModifiedAt: string;
}

/** Whose drafts they are: those of a user on every device, those of a token its own. */
export function ownerOf({ actor }: Context): string {
  return `${actor.kind}:${actor.tokenId ?? actor.userId ?? 0}`;
}

interface Row {
  readonly id: string;
  readonly kind: Draft["kind"];
  readonly on_phone: boolean;
  readonly step: Draft["step"];
  readonly fixed: Draft["fixed"];
  readonly typed: Draft["typed"];
  readonly contact_no: string | null;
  readonly alt_address_code: string | null;
  readonly template_code: string | null;
  readonly salesperson_code: string | null;
  readonly language_code: string | null;
  readonly campaign_no: string | null;
  readonly opportunity_no: string | null;
  readonly task_no: string | null;
  readonly values: Partial<StoredValues>;
  readonly comments: readonly DraftComment[];
  readonly attachment_no: number | null;
  readonly resumed_entry_no: number | null;
  readonly outcome: DraftOutcome | null;
  readonly entry_no: number | null;
  readonly version: number;
  readonly created_at: string;
  readonly last_modified_at: string;
}

/** What `toDraft` reads of a row `d`. */
export const draftColumns = sql`
  d.id, d.kind, d.on_phone, d.step, d.fixed, d.typed, d."values", d.comments, d.attachment_no, d.resumed_entry_no, d.outcome, d.entry_no,
  d.version, d.created_at, d.last_modified_at,
  (select no from contacts where id = d.contact_id) as contact_no,
  (select code from contact_alternative_addresses a
    where a.contact_id = d.contact_id and a.code = d."values" ->> 'contactAltAddressCode') as alt_address_code,
  (select code from interaction_templates where id = d.template_id) as template_code,
  (select code from salespeople where id = d.salesperson_id) as salesperson_code,
  (select code from languages where id = d.language_id) as language_code,
  (select no from campaigns where no = d."values" ->> 'campaignNo') as campaign_no,
  (select no from opportunities where no = d."values" ->> 'opportunityNo') as opportunity_no,
  (select no from tasks where no = d."values" ->> 'taskNo') as task_no`;

/** The draft of a row; what was deleted meanwhile is gone from it and no longer fixed. */
export function toDraft(row: Row): KeptDraft {
  const values: DraftValues = {
    ...blankValues,
    ...row.values,
    contactNo: row.contact_no,
    contactAltAddressCode: row.alt_address_code,
    interactionTemplateCode: row.template_code,
    salespersonCode: row.salesperson_code,
    languageCode: row.language_code,
    campaignNo: row.campaign_no,
    opportunityNo: row.opportunity_no,
    taskNo: row.task_no,
    attachmentNo: row.attachment_no,
  };
  return {
    id: row.id,
    kind: row.kind,
    isOnPhone: row.on_phone,
    step: row.step,
    fixed: row.fixed.filter((field) => values[field] !== null),
    typed: row.typed,
    values,
    comments: row.comments,
    resumedEntryNo: row.resumed_entry_no,
    outcome: row.outcome,
    entryNo: row.entry_no,
    version: row.version,
    createdAt: row.created_at,
    lastModifiedAt: row.last_modified_at,
  };
}

/** One of the caller's own drafts; `lock` keeps others from changing it until the transaction ends. */
export async function getOwnDraft(ctx: Context, id: string, { lock }: { lock: boolean }): Promise<KeptDraft> {
  const { rows } = await sql<Row>`${prepared}
    select ${draftColumns} from interaction_drafts d
     where d.id = ${id}::uuid and d.owner = ${ownerOf(ctx)} ${lock ? sql`for update of d` : sql``}`.execute(
    ctx.db,
  );
  if (!rows[0]) throw new NotFound("not_found", { id }, [{ path: "id", code: "not_found" }]);
  return toDraft(rows[0]);
}

/** The columns of a draft's values. */
export function columnsOf(draft: Draft, facts: RecordingFacts) {
  const { contactNo, interactionTemplateCode, salespersonCode, languageCode, attachmentNo, ...values } =
    draft.values;
  const template = facts.templates.get(interactionTemplateCode ?? "");
  return {
    kind: draft.kind,
    on_phone: draft.isOnPhone,
    step: draft.step,
    fixed: [...draft.fixed],
    typed: [...draft.typed],
    contact_id: facts.contacts.get(contactNo ?? "")?.id ?? null,
    template_id: template?.id ?? null,
    salesperson_id: facts.salespeople.get(salespersonCode ?? "")?.id ?? null,
    language_id: template?.languageIds[languageCode ?? ""] ?? null,
    attachment_no: attachmentNo,
    values: JSON.stringify(values),
  };
}

/** What the records are that a draft refers to, or is going to. */
export type DraftReferences = Pick<
  DraftValues,
  "contactNo" | "interactionTemplateCode" | "salespersonCode" | "campaignNo" | "opportunityNo" | "taskNo"
>;

/** Everything that drafts and their rules look at, in one statement for any number of drafts. */
export function loadDraftFacts(
  ctx: Context,
  references: readonly Partial<DraftReferences>[],
): Promise<RecordingFacts> {
  return loadRecordingFacts(
    ctx,
    references.map(
      ({
        contactNo = null,
        interactionTemplateCode = null,
        salespersonCode = null,
        campaignNo = null,
        opportunityNo = null,
        taskNo = null,
      }) => ({ contactNo, interactionTemplateCode, salespersonCode, campaignNo, opportunityNo, taskNo }),
    ),
  );
}

/** The facts as the rules want them. `named` is the salesperson that the context or the change names. */
export function draftFactsOf(
  ctx: Context,
  facts: RecordingFacts,
  references: Pick<DraftReferences, "contactNo" | "interactionTemplateCode">,
  named: string | null,
): DraftFacts {
  const contact = facts.contacts.get(references.contactNo ?? "") ?? null;
  return {
    contact,
    template: facts.templates.get(references.interactionTemplateCode ?? "") ?? null,
    salespeople: {
      named: facts.salespeople.get(named ?? "") ?? null,
      users: facts.usersSalesperson,
      contacts: [...facts.salespeople.values()].find(({ id }) => id === contact?.salespersonId) ?? null,
    },
    now: localMoment(ctx.now, ctx.timeZone),
  };
}
