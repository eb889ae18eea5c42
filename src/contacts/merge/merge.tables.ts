import type { Generated } from "kysely";

export interface ContactMergeTables {
  contact_merges: {
    id: Generated<number>;
    survivor_id: number;
    survivor_no: string;
    duplicate_id: number;
    duplicate_no: string;
    duplicate_name: string | null;
    /** The row of the duplicate; `null` once the merge can no longer be undone. */
    duplicate: unknown;
    moved: Generated<unknown>;
    merged_at: string;
    merged_by: string;
    undo_until: string;
    undone_at: string | null;
    undone_by: string | null;
  };
  contact_merge_steps: {
    merge_id: number;
    step_no: number;
    table_name: string;
    action: "moved" | "removed" | "added" | "changed" | "named";
    details: unknown;
  };
}
