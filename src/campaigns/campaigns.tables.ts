import type { Generated } from "kysely";

export interface CampaignsTables {
  campaigns: {
    id: Generated<number>;
    no: string;
    description: string | null;
    status_id: number | null;
    /** Blank at either end: open; both days are in. */
    starting_date: string | null;
    ending_date: string | null;
    salesperson_id: number | null;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  campaign_entries: {
    entry_no: Generated<number>;
    campaign_id: number;
    segment_no: string | null;
    document_type: string | null;
    logged_segment_entry_no: number | null;
    description: string | null;
    date: string;
    salesperson_id: number | null;
    user_id: string;
    canceled: Generated<boolean>;
    /** Takes what is logged next. */
    current: Generated<boolean>;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
}
