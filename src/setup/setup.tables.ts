import type { Generated } from "kysely";
import type { ClosedStatus, ProbabilityCalculation } from "#opportunities/estimates.rules.ts";
import type { Language } from "#platform/context.ts";
import type { NamePart, SalutationType } from "./salutations/salutation.rules.ts";

/** Columns every set-up list has. */
export interface ListColumns {
  id: Generated<number>;
  code: string;
  version: Generated<number>;
  last_modified_at: Generated<string>;
}

interface DescribedList extends ListColumns {
  description: string | null;
}

interface NamedList extends ListColumns {
  name: string | null;
}

export interface SetupTables {
  mailing_groups: DescribedList;
  industry_groups: DescribedList;
  business_relations: DescribedList;
  job_responsibilities: DescribedList;
  organizational_levels: DescribedList;
  salutations: DescribedList;
  campaign_statuses: DescribedList;
  sales_cycles: DescribedList & {
    probability_calculation: Generated<ProbabilityCalculation>;
    blocked: Generated<boolean>;
  };
  close_opportunity_codes: DescribedList & { type: Generated<ClosedStatus> };
  web_sources: DescribedList & { url: string | null };
  territories: NamedList;
  currencies: NamedList;
  languages: NamedList & { locale: string | null };
  countries: NamedList & {
    iso_code: string | null;
    numeric_code: string | null;
    address_format: string | null;
    vat_formats: Generated<string[]>;
  };
  salutation_formulas: {
    id: Generated<number>;
    salutation_id: number;
    language_id: number | null;
    salutation_type: SalutationType;
    salutation: string | null;
    name1: NamePart | null;
    name2: NamePart | null;
    name3: NamePart | null;
    name4: NamePart | null;
    name5: NamePart | null;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  company_information: {
    only_row: Generated<boolean>;
    name: string | null;
    currency_code: Generated<string>;
    time_zone: Generated<string>;
    language: Generated<Language>;
    country_id: number | null;
    assistant_completed: Generated<boolean>;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
  marketing_setup: {
    only_row: Generated<boolean>;
    contact_nos_id: number | null;
    campaign_nos_id: number | null;
    segment_nos_id: number | null;
    opportunity_nos_id: number | null;
    task_nos_id: number | null;
    customer_nos_id: number | null;
    vendor_nos_id: number | null;
    bank_account_nos_id: number | null;
    employee_nos_id: number | null;
    bus_rel_code_for_customers_id: number | null;
    bus_rel_code_for_vendors_id: number | null;
    bus_rel_code_for_bank_accs_id: number | null;
    bus_rel_code_for_employees_id: number | null;
    inherit_salesperson: Generated<boolean>;
    inherit_territory: Generated<boolean>;
    inherit_country: Generated<boolean>;
    inherit_language: Generated<boolean>;
    inherit_format_region: Generated<boolean>;
    inherit_address: Generated<boolean>;
    inherit_communication: Generated<boolean>;
    default_salesperson_id: number | null;
    default_territory_id: number | null;
    default_country_id: number | null;
    default_language_id: number | null;
    default_format_region: string | null;
    default_correspondence_type: "hardCopy" | "email" | null;
    default_company_salutation_id: number | null;
    default_person_salutation_id: number | null;
    default_sales_cycle_id: number | null;
    /** In English letters, as `writeDateFormula` writes them. */
    default_task_date_calculation: string | null;
    merge_field_language_id: number | null;
    maintain_dupl_search_strings: Generated<boolean>;
    autosearch_for_duplicates: Generated<boolean>;
    search_hit_percent: Generated<number>;
    attachment_storage_type: Generated<"embedded" | "file">;
    attachment_storage_location: string | null;
    version: Generated<number>;
    last_modified_at: Generated<string>;
  };
}
