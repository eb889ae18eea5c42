import type { ColumnType, Generated } from "kysely";
import type { ContactDetailsTables } from "./details/details.tables.ts";
import type { DuplicatesTables } from "./duplicates/duplicates.tables.ts";
import type { ContactImageTables } from "./image/image.tables.ts";
import type { ContactMergeTables } from "./merge/merge.tables.ts";

export interface ContactsTables
  extends ContactDetailsTables,
    ContactImageTables,
    ContactMergeTables,
    DuplicatesTables {
  contact_numbers: {
    no: string;
    contact_id: number;
    /** Of a contact that was merged into this one. */
    is_former: Generated<boolean>;
  };
  contact_name_words: { word: string };
  contacts: {
    id: number;
    no: string;
    type: "company" | "person";
    name: string | null;
    name2: string | null;
    search_name: string | null;
    company_id: number | null;
    company_name: string | null;
    first_name: string | null;
    middle_name: string | null;
    surname: string | null;
    job_title: string | null;
    initials: string | null;
    salutation_id: number | null;
    organizational_level_id: number | null;
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
    search_email: string | null;
    email2: string | null;
    home_page: string | null;
    territory_id: number | null;
    currency_id: number | null;
    language_id: number | null;
    salesperson_id: number | null;
    format_region: string | null;
    correspondence_type: "hardCopy" | "email" | null;
    vat_registration_no: string | null;
    registration_no: string | null;
    external_id: string | null;
    exclude_from_segment: Generated<boolean>;
    no_automatic_recording: Generated<boolean>;
    privacy_blocked: Generated<boolean>;
    minor: Generated<boolean>;
    parental_consent_received: Generated<boolean>;
    business_relation: Generated<
      "none" | "other" | "multiple" | "customer" | "vendor" | "bankAccount" | "employee"
    >;
    no_series_id: number | null;
    erased_at: Generated<string | null>;
    version: Generated<number>;
    last_modified_at: Generated<string>;
    created_at: Generated<string>;
    search_text: ColumnType<string, never, never>;
    search_names: ColumnType<string, never, never>;
  };
}
