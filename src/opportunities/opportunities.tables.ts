import type { ColumnType, Generated } from "kysely";
import type { OpportunityStatus } from "./opportunities.rules.ts";

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
    closed: ColumnType<boolean, never, never>;
    date_closed: string | null;
    comment_count: Generated<number>;
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
