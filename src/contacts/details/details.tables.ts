import type { Generated } from "kysely";

/** Columns of a line of comments, whatever it is about. */
interface CommentColumns {
  line_no: number;
  date: string | null;
  code: string | null;
  text: string;
  author: string;
  created_at: Generated<string>;
  last_modified_at: string | null;
  version: Generated<number>;
}

/** Child rows of contacts, which go with their contact. */
export interface ContactDetailsTables {
  contact_mailing_groups: { contact_id: number; mailing_group_id: number };
  contact_industry_groups: { contact_id: number; industry_group_id: number };
  contact_job_responsibilities: { contact_id: number; job_responsibility_id: number };
  contact_web_sources: {
    contact_id: number;
    web_source_id: number;
    search_word: string | null;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  contact_alternative_addresses: {
    contact_id: number;
    code: string;
    company_name: string | null;
    company_name2: string | null;
    address: string | null;
    address2: string | null;
    post_code: string | null;
    city: string | null;
    county: string | null;
    country_id: number | null;
    phone_no: string | null;
    mobile_phone_no: string | null;
    extension_no: string | null;
    pager: string | null;
    fax_no: string | null;
    telex_no: string | null;
    telex_answer_back: string | null;
    email: string | null;
    home_page: string | null;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  contact_alternative_address_ranges: {
    contact_id: number;
    starting_date: string;
    ending_date: string | null;
    code: string;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  contact_comments: CommentColumns & { contact_id: number };
  web_source_comments: CommentColumns & { web_source_id: number };
  post_codes: {
    id: Generated<number>;
    code: string;
    city: string;
    county: string | null;
    country_id: number | null;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
}
