import { listNumberSeries } from "#numbering/number-series.contract.ts";
import { listSalespeople } from "#salespeople/salespeople.contract.ts";
import {
  businessRelations,
  countries,
  languages,
  salesCycles,
  salutations,
  territories,
} from "#setup/lists/lists.contract.ts";
import { lookupOf } from "#web/fields/lookup.ts";

/** Where fields find the records of the set-up. */

const named = (row: { readonly code: string; readonly name: string | null }) => ({
  value: row.code,
  label: row.name ?? row.code,
});
const described = (row: { readonly code: string; readonly description: string | null }) => ({
  value: row.code,
  label: row.description ?? row.code,
});

export const countrySource = lookupOf(countries.list, { option: named });
export const languageSource = lookupOf(languages.list, { option: named });
export const territorySource = lookupOf(territories.list, { option: named });
export const salutationSource = lookupOf(salutations.list, { option: described });
export const salesCycleSource = lookupOf(salesCycles.list, { option: described });
export const businessRelationSource = lookupOf(businessRelations.list, { option: described });
export const numberSeriesSource = lookupOf(listNumberSeries, { option: described });
/** Those who may be chosen. */
export const salespersonSource = lookupOf(listSalespeople, {
  query: { blocked: "false", privacyBlocked: "false" },
  option: named,
});
