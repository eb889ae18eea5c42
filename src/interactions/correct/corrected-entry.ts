import type { Selectable } from "kysely";
import type { KeptField } from "../derive-interaction.rules.ts";
import type { InteractionsTables } from "../interactions.tables.ts";

type Row = Selectable<InteractionsTables["interaction_log_entries"]>;

/** What a correction takes over from the entry it corrects, besides what can be entered. */
export interface CorrectedEntry {
  /** Fields that stay as they were. */
  readonly kept: ReadonlySet<KeptField>;
  readonly columns: InheritedColumns;
}

/** Columns that nobody enters: which entry is corrected, where it came from, and what belongs to a kept field. */
export type InheritedColumns = { readonly corrects_entry_no: number } & Pick<
  Row,
  | "segment_no"
  | "logged_segment_entry_no"
  | "document_type"
  | "document_no"
  | "version_no"
  | "document_occurrence"
  | "delivery_status"
> &
  Partial<
    Pick<
      Row,
      "former_contact_id" | "contact_alt_address_code" | "group_id" | "language_id" | "campaign_entry_no"
    >
  >;
