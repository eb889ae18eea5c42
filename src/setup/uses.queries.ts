import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { columnOf, templateEvents } from "#interactions/template-setup/template-setup.rules.ts";
import { Conflict } from "#platform/errors.ts";
import type { ReferenceList } from "./references.ts";

/** A column that holds ids of rows of a small table. */
export type Use = `${string}.${string}`;

/**
 * Every column that names a row of a small table. Most are no foreign keys, the log's least of all (SCALE, rule 4),
 * so this is what keeps a row that is in use from being deleted.
 */
export const usesOf: Readonly<Record<ReferenceList, readonly Use[]>> = {
  mailing_groups: ["contact_mailing_groups.mailing_group_id"],
  industry_groups: ["contact_industry_groups.industry_group_id"],
  business_relations: [
    "contact_business_relations.business_relation_id",
    "marketing_setup.bus_rel_code_for_bank_accs_id",
    "marketing_setup.bus_rel_code_for_customers_id",
    "marketing_setup.bus_rel_code_for_employees_id",
    "marketing_setup.bus_rel_code_for_vendors_id",
    "questionnaires.business_relation_id",
  ],
  job_responsibilities: ["contact_job_responsibilities.job_responsibility_id"],
  web_sources: ["contact_web_sources.web_source_id"],
  organizational_levels: ["contacts.organizational_level_id"],
  salutations: [
    "contacts.salutation_id",
    "marketing_setup.default_company_salutation_id",
    "marketing_setup.default_person_salutation_id",
  ],
  languages: [
    "contacts.language_id",
    "interaction_templates.default_language_id",
    "interaction_template_languages.language_id",
    "interaction_drafts.language_id",
    "interaction_log_entries.language_id",
    "salutation_formulas.language_id",
    "marketing_setup.default_language_id",
    "marketing_setup.merge_field_language_id",
    "parties.language_id",
    "party_templates.language_id",
  ],
  countries: [
    "contact_alternative_addresses.country_id",
    "contacts.country_id",
    "post_codes.country_id",
    "marketing_setup.default_country_id",
    "company_information.country_id",
    "parties.country_id",
    "party_templates.country_id",
  ],
  territories: [
    "contacts.territory_id",
    "marketing_setup.default_territory_id",
    "parties.territory_id",
    "party_templates.territory_id",
  ],
  currencies: ["contacts.currency_id", "parties.currency_id", "party_templates.currency_id"],
  salespeople: [
    "campaign_entries.salesperson_id",
    "campaigns.salesperson_id",
    "contacts.salesperson_id",
    "interaction_drafts.salesperson_id",
    "interaction_log_entries.salesperson_id",
    "marketing_setup.default_salesperson_id",
    "opportunities.salesperson_id",
    "parties.our_contact_id",
    "parties.purchaser_id",
    "parties.salesperson_id",
    "segment_lines.salesperson_id",
    "segments.salesperson_id",
    "tasks.salesperson_id",
    "users.salesperson_id",
  ],
  number_series: [
    "contacts.no_series_id",
    "marketing_setup.bank_account_nos_id",
    "marketing_setup.campaign_nos_id",
    "marketing_setup.contact_nos_id",
    "marketing_setup.customer_nos_id",
    "marketing_setup.employee_nos_id",
    "marketing_setup.opportunity_nos_id",
    "marketing_setup.segment_nos_id",
    "marketing_setup.task_nos_id",
    "marketing_setup.vendor_nos_id",
    "parties.no_series_id",
    "party_templates.no_series_id",
    "segments.no_series_id",
  ],
  interaction_groups: ["interaction_templates.group_id", "interaction_log_entries.group_id"],
  interaction_templates: [
    "interaction_drafts.template_id",
    "interaction_log_entries.template_id",
    ...templateEvents.map((event): Use => `interaction_template_setup.${columnOf(event)}`),
  ],
  campaign_statuses: ["campaigns.status_id"],
  sales_cycles: ["marketing_setup.default_sales_cycle_id", "opportunities.sales_cycle_id"],
  close_opportunity_codes: ["opportunity_entries.close_opportunity_code_id"],
};

/** Uses that end when the record is closed: the name then gives way. */
const whileOpen: ReadonlySet<Use> = new Set([
  "opportunities.sales_cycle_id",
  "opportunities.salesperson_id",
  "tasks.salesperson_id",
]);

/** Resources that name the row, such as `contacts` or `interaction-log-entries`; one statement. */
export async function findUses(db: Db, list: ReferenceList, id: number): Promise<string[]> {
  const uses = usesOf[list];
  if (uses.length === 0) return [];
  const { rows } = await sql<{ used_by: string }>`${sql.join(
    uses.map((use) => {
      const [table, column] = use.split(".") as [string, string];
      return sql`
        select ${sql.lit(table)} as used_by
         where exists (select from ${sql.table(table)} where ${sql.ref(column)} = ${id} ${whileOpen.has(use) ? sql`and not closed` : sql``})`;
    }),
    sql` union `,
  )}`.execute(db);
  return rows.map((row) => row.used_by.replaceAll("_", "-")).sort();
}

/**
 * Refuses to delete a row while anything names it.
 *
 * @throws Conflict `setup_in_use` with the resources that do
 */
export async function refuseWhileInUse(
  db: Db,
  list: ReferenceList,
  { id, code }: { id: number; code: string },
): Promise<void> {
  const usedBy = await findUses(db, list, id);
  if (usedBy.length > 0) throw new Conflict("setup_in_use", { key: code, usedBy });
}
