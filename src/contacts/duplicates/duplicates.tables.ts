import type { Generated } from "kysely";
import type { SearchField, SearchPart } from "./search-string.rules.ts";

export interface DuplicatesTables {
  /** The set-up: which strings companies have. */
  duplicate_search_strings: {
    id: Generated<number>;
    field: SearchField;
    part: SearchPart;
    length: Generated<number>;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  contact_search_strings: { contact_id: number; search_string_id: number; value: string };
  /** Pairs; `contact_id` is the higher id, `indexed_id` the one that was indexed last. */
  contact_duplicates: {
    contact_id: number;
    duplicate_id: number;
    indexed_id: number;
    hits: number;
    separate: Generated<boolean>;
    found_at: Generated<string>;
  };
  /** How far the job that indexes all companies is. */
  duplicate_runs: {
    id: Generated<number>;
    strings_to: number | null;
    pairs_to: number | null;
    companies: Generated<number>;
    created_at: Generated<string>;
  };
}
