import type { Generated } from "kysely";

export interface SegmentsTables {
  segments: {
    id: Generated<number>;
    no: string;
    description: string | null;
    campaign_id: number | null;
    salesperson_id: number | null;
    date: string;
    /** Blank: the number was chosen by hand. */
    no_series_id: number | null;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  segment_lines: {
    /** 0: no contact yet. */
    contact_id: number;
    segment_id: number;
    line_no: number;
    /** Always the company of the contact, of a company itself. */
    company_id: number | null;
    contact_alt_address_code: string | null;
    campaign_id: number | null;
    salesperson_id: number | null;
    description: string | null;
    date: string;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
}
