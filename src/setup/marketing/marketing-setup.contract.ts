import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { code, dateFormula, text } from "#platform/http/fields.ts";
import { codeLength } from "../lists/define-setup-list.contract.ts";
import { isLocale } from "../lists/setup-fields.contract.ts";

export const storageTypes = ["embedded", "file"] as const;

export const correspondenceTypes = ["hardCopy", "email"] as const;

/** Fields that hold the code of a row, and the list it is in. */
export const setupReferences = {
  contactNos: "number_series",
  campaignNos: "number_series",
  segmentNos: "number_series",
  opportunityNos: "number_series",
  taskNos: "number_series",
  customerNos: "number_series",
  vendorNos: "number_series",
  bankAccountNos: "number_series",
  employeeNos: "number_series",
  busRelCodeForCustomers: "business_relations",
  busRelCodeForVendors: "business_relations",
  busRelCodeForBankAccs: "business_relations",
  busRelCodeForEmployees: "business_relations",
  defaultSalespersonCode: "salespeople",
  defaultTerritoryCode: "territories",
  defaultCountryCode: "countries",
  defaultLanguageCode: "languages",
  defaultCompanySalutationCode: "salutations",
  defaultPersonSalutationCode: "salutations",
  defaultSalesCycleCode: "sales_cycles",
  mergeFieldLanguageCode: "languages",
} as const;

export const MarketingSetup = z
  .object({
    contactNos: z.string().nullable(),
    campaignNos: z.string().nullable(),
    segmentNos: z.string().nullable(),
    opportunityNos: z.string().nullable(),
    taskNos: z.string().nullable(),
    customerNos: z.string().nullable(),
    vendorNos: z.string().nullable(),
    bankAccountNos: z.string().nullable(),
    employeeNos: z.string().nullable(),
    busRelCodeForCustomers: z.string().nullable(),
    busRelCodeForVendors: z.string().nullable(),
    busRelCodeForBankAccs: z.string().nullable(),
    busRelCodeForEmployees: z.string().nullable(),
    inheritSalesperson: z.boolean(),
    inheritTerritory: z.boolean(),
    inheritCountry: z.boolean(),
    inheritLanguage: z.boolean(),
    inheritFormatRegion: z.boolean(),
    inheritAddress: z.boolean(),
    inheritCommunication: z.boolean(),
    defaultSalespersonCode: z.string().nullable(),
    defaultTerritoryCode: z.string().nullable(),
    defaultCountryCode: z.string().nullable(),
    defaultLanguageCode: z.string().nullable(),
    defaultFormatRegion: z.string().nullable(),
    defaultCorrespondenceType: z.enum(correspondenceTypes).nullable(),
    defaultCompanySalutationCode: z.string().nullable(),
    defaultPersonSalutationCode: z.string().nullable(),
    defaultSalesCycleCode: z.string().nullable(),
    /** A date formula in English letters, from the date of a new task to the last day it lasts; blank: one day. */
    defaultTaskDateCalculation: z.string().nullable(),
    /** In which language a contact without one is greeted. */
    mergeFieldLanguageCode: z.string().nullable(),
    /** Companies get search strings, by which duplicates are found, whenever they are written. */
    maintainDuplSearchStrings: z.boolean(),
    /** The answer of writing a company names its duplicates. */
    autosearchForDuplicates: z.boolean(),
    /** How many of the search strings, in percent, two companies share at least to be a pair. */
    searchHitPercent: z.int(),
    attachmentStorageType: z.enum(storageTypes),
    attachmentStorageLocation: z.string().nullable(),
    version: z.number().int(),
    lastModifiedAt: z.string(),
  })
  .meta({ id: "MarketingSetup" });
export type MarketingSetup = z.infer<typeof MarketingSetup>;

const formatRegion = text(80)
  .refine((value) => value === null || isLocale(value), { params: { code: "locale_invalid", values: {} } })
  .transform((value) => (value === null ? null : Intl.getCanonicalLocales(value)[0]!));

/** A folder within the data folder's `files`, or a full path; kept clear of what else is in there. */
const storageLocation = text(250).refine((value) => value === null || isStorageLocation(value), {
  params: { code: "storage_location_invalid", values: {} },
});

function isStorageLocation(value: string): boolean {
  const isPath = /^([A-Za-z]:)?[\\/]/.test(value);
  if (value.split(/[\\/]/).includes("..")) return false;
  return (
    isPath || (/^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(value) && !/^(imports|uploads)(\/|$)/i.test(value))
  );
}

export const MarketingSetupChanges = z
  .strictObject({
    contactNos: code(20).optional(),
    campaignNos: code(20).optional(),
    segmentNos: code(20).optional(),
    opportunityNos: code(20).optional(),
    taskNos: code(20).optional(),
    customerNos: code(20).optional(),
    vendorNos: code(20).optional(),
    bankAccountNos: code(20).optional(),
    employeeNos: code(20).optional(),
    /** Classifies the contacts that are linked to customers; blank switches their synchronisation off. */
    busRelCodeForCustomers: code(codeLength).optional(),
    busRelCodeForVendors: code(codeLength).optional(),
    busRelCodeForBankAccs: code(codeLength).optional(),
    busRelCodeForEmployees: code(codeLength).optional(),
    inheritSalesperson: z.boolean().optional(),
    inheritTerritory: z.boolean().optional(),
    inheritCountry: z.boolean().optional(),
    inheritLanguage: z.boolean().optional(),
    inheritFormatRegion: z.boolean().optional(),
    inheritAddress: z.boolean().optional(),
    inheritCommunication: z.boolean().optional(),
    defaultSalespersonCode: code(20).optional(),
    defaultTerritoryCode: code(codeLength).optional(),
    defaultCountryCode: code(codeLength).optional(),
    defaultLanguageCode: code(codeLength).optional(),
    defaultFormatRegion: formatRegion.optional(),
    defaultCorrespondenceType: z.enum(correspondenceTypes).nullable().optional(),
    defaultCompanySalutationCode: code(codeLength).optional(),
    defaultPersonSalutationCode: code(codeLength).optional(),
    defaultSalesCycleCode: code(codeLength).optional(),
    /** English or Finnish letters (campaigns D-4). */
    defaultTaskDateCalculation: dateFormula().optional(),
    mergeFieldLanguageCode: code(codeLength).optional(),
    maintainDuplSearchStrings: z.boolean().optional(),
    autosearchForDuplicates: z.boolean().optional(),
    searchHitPercent: z.int().min(1).max(100).optional(),
    /** The answer to whether all companies are indexed now; asked when search strings begin to be maintained. */
    generateNow: z.boolean().optional(),
    /** Where new attachments go: into the database, or into a folder (interactions, section 9.1). */
    attachmentStorageType: z.enum(storageTypes).optional(),
    attachmentStorageLocation: storageLocation.optional(),
  })
  .meta({ id: "MarketingSetupChanges" });
export type MarketingSetupChanges = z.output<typeof MarketingSetupChanges>;

export const getMarketingSetup = endpoint({
  id: "getMarketingSetup",
  method: "GET",
  path: "/marketing-setup",
  access: "setup.read",
  summary:
    "Number series, codes of linked relations, inheritance and defaults of contacts, campaigns, segments, opportunities and tasks.",
  result: MarketingSetup,
});

export const changeMarketingSetup = endpoint({
  id: "changeMarketingSetup",
  method: "PATCH",
  path: "/marketing-setup",
  access: "setup.write",
  summary: "Changes number series, inheritance and defaults.",
  body: MarketingSetupChanges,
  result: MarketingSetup,
  problems: [
    "not_found",
    "invalid_date_formula",
    "confirmation_required",
    "storage_location_required",
    "storage_location_invalid",
    "salesperson_blocked",
    "salesperson_privacy_blocked",
    "stale_version",
  ],
});
