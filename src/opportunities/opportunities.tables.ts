import type { ColumnType, Generated } from "kysely";
import type { ActionTaken } from "./moves.rules.ts";
import type { OpportunityStatus, Priority } from "./opportunities.rules.ts";

export interface OpportunitiesTables {
  opportunities: {
    id: Generated<number>;
    no: string;
    description: string;
    /** Blank once the contact is deleted. */
    contact_id: number | null;
    company_id: number | null;
    /** Whose it was before it stayed with the company that the person left. */
    former_contact_id: number | null;
    salesperson_id: number | null;
    campaign_id: number | null;
    sales_cycle_id: number | null;
    segment_no: string | null;
    segment_description: string | null;
    creation_date: string;
    status: Generated<OpportunityStatus>;
    priority: Generated<Priority>;
    closed: ColumnType<boolean, never, never>;
    date_closed: string | null;
    comment_count: Generated<number>;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  /** What an opportunity stood on and was thought worth, step by step; the active one holds now. */
  opportunity_entries: {
    entry_no: Generated<number>;
    opportunity_id: number;
    active: boolean;
    sales_cycle_id: number | null;
    /** 0 once it is closed. */
    stage: number;
    stage_description: string | null;
    /** 0 before the first one. */
    previous_stage: number;
    contact_id: number | null;
    company_id: number | null;
    former_contact_id: number | null;
    salesperson_id: number | null;
    campaign_id: number | null;
    date_of_change: string;
    date_closed: string | null;
    days_open: number | null;
    action_taken: ActionTaken | null;
    estimated_value: string;
    calcd_current_value: string;
    completed: string;
    chances_of_success: string;
    probability: string;
    close_opportunity_code_id: number | null;
    estimated_close_date: string;
    recorded_at: Generated<string>;
  };
  sales_cycle_stages: {
    sales_cycle_id: number;
    stage: number;
    description: string | null;
    completed: Generated<string>;
    chances_of_success: Generated<string>;
    quote_required: Generated<boolean>;
    allow_skip: Generated<boolean>;
    date_formula: string | null;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  opportunity_comments: {
    opportunity_id: number;
    line_no: number;
    date: string | null;
    code: string | null;
    text: string;
    author: string;
    created_at: Generated<string>;
    last_modified_at: string | null;
    version: Generated<number>;
  };
}
