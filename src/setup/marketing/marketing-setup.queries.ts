import type { Db } from "#app/database.ts";
import { codeOf } from "../references.ts";
import type { MarketingSetup } from "./marketing-setup.contract.ts";

/** The marketing set-up (contacts §1.4). */
export async function getMarketingSetup(db: Db): Promise<MarketingSetup> {
  const row = await db
    .selectFrom("marketing_setup as m")
    .selectAll("m")
    .select([
      codeOf("number_series", "m.contact_nos_id").as("contact_nos"),
      codeOf("number_series", "m.campaign_nos_id").as("campaign_nos"),
      codeOf("number_series", "m.segment_nos_id").as("segment_nos"),
      codeOf("number_series", "m.opportunity_nos_id").as("opportunity_nos"),
      codeOf("number_series", "m.task_nos_id").as("task_nos"),
      codeOf("number_series", "m.customer_nos_id").as("customer_nos"),
      codeOf("number_series", "m.vendor_nos_id").as("vendor_nos"),
      codeOf("number_series", "m.bank_account_nos_id").as("bank_account_nos"),
      codeOf("number_series", "m.employee_nos_id").as("employee_nos"),
      codeOf("business_relations", "m.bus_rel_code_for_customers_id").as("code_for_customers"),
      codeOf("business_relations", "m.bus_rel_code_for_vendors_id").as("code_for_vendors"),
      codeOf("business_relations", "m.bus_rel_code_for_bank_accs_id").as("code_for_bank_accs"),
      codeOf("business_relations", "m.bus_rel_code_for_employees_id").as("code_for_employees"),
      codeOf("salespeople", "m.default_salesperson_id").as("salesperson_code"),
      codeOf("territories", "m.default_territory_id").as("territory_code"),
      codeOf("countries", "m.default_country_id").as("country_code"),
      codeOf("languages", "m.default_language_id").as("language_code"),
      codeOf("salutations", "m.default_company_salutation_id").as("company_salutation_code"),
      codeOf("salutations", "m.default_person_salutation_id").as("person_salutation_code"),
      codeOf("sales_cycles", "m.default_sales_cycle_id").as("sales_cycle_code"),
      codeOf("languages", "m.merge_field_language_id").as("merge_field_language_code"),
    ])
    .executeTakeFirstOrThrow();
  return {
    contactNos: row.contact_nos,
    campaignNos: row.campaign_nos,
    segmentNos: row.segment_nos,
    opportunityNos: row.opportunity_nos,
    taskNos: row.task_nos,
    customerNos: row.customer_nos,
    vendorNos: row.vendor_nos,
    bankAccountNos: row.bank_account_nos,
    employeeNos: row.employee_nos,
    busRelCodeForCustomers: row.code_for_customers,
    busRelCodeForVendors: row.code_for_vendors,
    busRelCodeForBankAccs: row.code_for_bank_accs,
    busRelCodeForEmployees: row.code_for_employees,
    inheritSalesperson: row.inherit_salesperson,
    inheritTerritory: row.inherit_territory,
    inheritCountry: row.inherit_country,
    inheritLanguage: row.inherit_language,
    inheritFormatRegion: row.inherit_format_region,
    inheritAddress: row.inherit_address,
    inheritCommunication: row.inherit_communication,
    defaultSalespersonCode: row.salesperson_code,
    defaultTerritoryCode: row.territory_code,
    defaultCountryCode: row.country_code,
    defaultLanguageCode: row.language_code,
    defaultFormatRegion: row.default_format_region,
    defaultCorrespondenceType: row.default_correspondence_type,
    defaultCompanySalutationCode: row.company_salutation_code,
    defaultPersonSalutationCode: row.person_salutation_code,
    defaultSalesCycleCode: row.sales_cycle_code,
    defaultTaskDateCalculation: row.default_task_date_calculation,
    mergeFieldLanguageCode: row.merge_field_language_code,
    maintainDuplSearchStrings: row.maintain_dupl_search_strings,
    autosearchForDuplicates: row.autosearch_for_duplicates,
    searchHitPercent: row.search_hit_percent,
    attachmentStorageType: row.attachment_storage_type,
    attachmentStorageLocation: row.attachment_storage_location,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}
