import type { Generated, JSONColumnType } from "kysely";
import type { ErrorValues } from "#platform/errors.ts";
import type { FileFormat } from "#platform/files/index.ts";
import type {
  DateOrder,
  ImportColumn,
  ImportKind,
  ImportMapping,
  MatchBy,
  OnMatch,
  RowType,
} from "./import-settings.rules.ts";
import type { Reason } from "./reasons.rules.ts";

export interface ImportsTables {
  imports: {
    id: string;
    kind: Generated<ImportKind>;
    file_name: string;
    format: FileFormat;
    file_bytes: number;
    file_hash: string | null;
    sheet_name: string | null;
    columns: JSONColumnType<ImportColumn[], string, never>;
    row_count: number | null;
    mapping: JSONColumnType<ImportMapping, string, string>;
    match_by: Generated<MatchBy>;
    on_match: Generated<OnMatch>;
    type: Generated<RowType>;
    accept_short_rows: Generated<boolean>;
    source: string | null;
    default_template_code: string | null;
    default_salesperson_code: string | null;
    date_order: Generated<DateOrder>;
    version: Generated<number>;
    dry_run: boolean | null;
    job_id: string | null;
    pass: Generated<number>;
    rows_done: Generated<number>;
    created: Generated<number>;
    companies_created: Generated<number>;
    updated: Generated<number>;
    unchanged: Generated<number>;
    skipped: Generated<number>;
    failed: Generated<number>;
    warnings: Generated<number>;
    problems: Generated<number>;
    reasons: Generated<JSONColumnType<Reason[], string, string>>;
    finished_at: string | null;
    user_id: number | null;
    token_id: number | null;
    created_by: string;
    created_at: Generated<string>;
  };
  import_row_problems: {
    import_id: string;
    problem_no: number;
    row_number: number;
    is_warning: boolean;
    field: string | null;
    code: string;
    code_values: JSONColumnType<ErrorValues, string, never>;
    excerpt: string | null;
  };
  interaction_source_keys: {
    source: string;
    source_key: string;
    entry_no: number;
  };
}
