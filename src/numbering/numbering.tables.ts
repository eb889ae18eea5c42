import type { Generated } from "kysely";

export interface NumberingTables {
  number_series: {
    id: Generated<number>;
    code: string;
    description: string | null;
    allow_automatic: Generated<boolean>;
    allow_manual: Generated<boolean>;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  number_series_lines: {
    series_id: number;
    starting_date: string;
    starting_no: string;
    ending_no: string | null;
    warning_no: string | null;
    increment_by: Generated<number>;
    last_no_used: string | null;
    open: Generated<boolean>;
  };
}
