import type { Generated, JSONColumnType } from "kysely";
import type { DraftField, DraftKind, DraftStep, DraftValues } from "./draft.rules.ts";
import type { DraftComment } from "./draft-comments.rules.ts";

/** Values that have no column of their own. */
export type StoredValues = Omit<
  DraftValues,
  "contactNo" | "interactionTemplateCode" | "salespersonCode" | "languageCode" | "attachmentNo"
>;

export type DraftOutcome = "finished" | "postponed";

export interface DraftsTables {
  interaction_drafts: {
    id: Generated<string>;
    owner: string;
    kind: DraftKind;
    on_phone: boolean;
    step: DraftStep;
    fixed: DraftField[];
    typed: DraftField[];
    contact_id: number | null;
    template_id: number | null;
    salesperson_id: number | null;
    language_id: number | null;
    values: JSONColumnType<Partial<StoredValues>, string, string>;
    comments: JSONColumnType<DraftComment[], string, string>;
    attachment_no: number | null;
    resumed_entry_no: number | null;
    outcome: DraftOutcome | null;
    entry_no: number | null;
    version: Generated<number>;
    created_at: Generated<string>;
    last_modified_at: Generated<string>;
  };
}
