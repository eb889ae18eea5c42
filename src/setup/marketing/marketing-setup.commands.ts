import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { Conflict, invalidField } from "#platform/errors.ts";
import { emit } from "#platform/events/events.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { refuseSalesperson } from "#salespeople/salespeople.rules.ts";
import { type Referred, refuseUnknownReferences, resolveReferences } from "../references.ts";
import { switchDuplicates } from "./duplicate-switches.rules.ts";
import {
  type MarketingSetup,
  type MarketingSetupChanges,
  setupReferences,
} from "./marketing-setup.contract.ts";
import { getMarketingSetup } from "./marketing-setup.queries.ts";
import { marketingSetupChanged } from "./marketing-setup-events.ts";

/**
 * @throws Invalid `not_found` at the field whose code stands for nothing, `salesperson_blocked`,
 * `salesperson_privacy_blocked`, `setup_blocked`, `storage_location_required`; Conflict `confirmation_required` (`generateNow`); Stale
 * `stale_version`
 */
export function changeMarketingSetup(
  ctx: Context,
  { generateNow, ...input }: MarketingSetupChanges,
  ifMatch: number | null,
): Promise<MarketingSetup> {
  return inTransaction(ctx, async (tx) => {
    await tx.db.selectFrom("marketing_setup").select("only_row").forUpdate().execute();
    const before = await getMarketingSetup(tx.db);
    expectVersion(before, ifMatch);
    const { rebuildIsOffered, ...switches } = switchDuplicates(before, input);
    const after = { ...before, ...withoutUndefined(input), ...switches };
    const changes = differences(before, after);
    if (Object.keys(changes).length === 0) return before;

    if (rebuildIsOffered && generateNow === undefined)
      throw new Conflict("confirmation_required", { key: "generateNow", preselected: true });
    if (after.attachmentStorageType === "file" && after.attachmentStorageLocation === null)
      throw invalidField("attachmentStorageLocation", "storage_location_required");
    const { rows, notFound } = await resolveReferences(tx.db, setupReferences, after);
    refuseUnknownReferences(notFound);
    if (changes.defaultSalespersonCode) refuseBlocked(rows.defaultSalespersonCode);
    const cycle = rows.defaultSalesCycleCode;
    if (changes.defaultSalesCycleCode && cycle?.blocked)
      throw invalidField("defaultSalesCycleCode", "setup_blocked", { key: cycle.code });
    await tx.db
      .updateTable("marketing_setup")
      .set({
        contact_nos_id: rows.contactNos?.id ?? null,
        campaign_nos_id: rows.campaignNos?.id ?? null,
        segment_nos_id: rows.segmentNos?.id ?? null,
        opportunity_nos_id: rows.opportunityNos?.id ?? null,
        task_nos_id: rows.taskNos?.id ?? null,
        customer_nos_id: rows.customerNos?.id ?? null,
        vendor_nos_id: rows.vendorNos?.id ?? null,
        bank_account_nos_id: rows.bankAccountNos?.id ?? null,
        employee_nos_id: rows.employeeNos?.id ?? null,
        bus_rel_code_for_customers_id: rows.busRelCodeForCustomers?.id ?? null,
        bus_rel_code_for_vendors_id: rows.busRelCodeForVendors?.id ?? null,
        bus_rel_code_for_bank_accs_id: rows.busRelCodeForBankAccs?.id ?? null,
        bus_rel_code_for_employees_id: rows.busRelCodeForEmployees?.id ?? null,
        inherit_salesperson: after.inheritSalesperson,
        inherit_territory: after.inheritTerritory,
        inherit_country: after.inheritCountry,
        inherit_language: after.inheritLanguage,
        inherit_format_region: after.inheritFormatRegion,
        inherit_address: after.inheritAddress,
        inherit_communication: after.inheritCommunication,
        default_salesperson_id: rows.defaultSalespersonCode?.id ?? null,
        default_territory_id: rows.defaultTerritoryCode?.id ?? null,
        default_country_id: rows.defaultCountryCode?.id ?? null,
        default_language_id: rows.defaultLanguageCode?.id ?? null,
        default_format_region: after.defaultFormatRegion,
        default_correspondence_type: after.defaultCorrespondenceType,
        default_company_salutation_id: rows.defaultCompanySalutationCode?.id ?? null,
        default_person_salutation_id: rows.defaultPersonSalutationCode?.id ?? null,
        default_sales_cycle_id: rows.defaultSalesCycleCode?.id ?? null,
        default_task_date_calculation: after.defaultTaskDateCalculation,
        merge_field_language_id: rows.mergeFieldLanguageCode?.id ?? null,
        maintain_dupl_search_strings: after.maintainDuplSearchStrings,
        autosearch_for_duplicates: after.autosearchForDuplicates,
        search_hit_percent: after.searchHitPercent,
        attachment_storage_type: after.attachmentStorageType,
        attachment_storage_location: after.attachmentStorageLocation,
        version: before.version + 1,
        last_modified_at: sql`now()`,
      })
      .execute();
    await recordChange(tx, {
      action: "marketingSetup.changed",
      resource: "marketing-setup",
      key: "marketing-setup",
      changes,
    });
    const changed = await getMarketingSetup(tx.db);
    await emit(tx, marketingSetupChanged, {
      before,
      after: changed,
      generateNow: rebuildIsOffered && generateNow === true,
    });
    return changed;
  });
}

/** A salesperson who is already the default may be blocked later; one who is blocked cannot become it. */
function refuseBlocked(salesperson: Referred<"salespeople"> | null): void {
  const refusal = salesperson && refuseSalesperson(salesperson);
  if (refusal) throw invalidField("defaultSalespersonCode", refusal, { salespersonCode: salesperson.code });
}

function withoutUndefined(input: Omit<MarketingSetupChanges, "generateNow">): Partial<MarketingSetup> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
}
