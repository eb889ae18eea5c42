import { listNumberSeries } from "#numbering/number-series.contract.ts";
import { listSalespeople } from "#salespeople/salespeople.contract.ts";
import {
  businessRelations,
  closeOpportunityCodes,
  countries,
  currencies,
  industryGroups,
  jobResponsibilities,
  languages,
  mailingGroups,
  organizationalLevels,
  salesCycles,
  salutations,
  territories,
  webSources,
} from "#setup/lists/lists.contract.ts";
import { describedOption, lookupOf, namedOption } from "#web/fields/lookup.ts";

/** Where fields and filters find the records of the set-up. */

export const countrySource = lookupOf(countries.list, { option: namedOption });
export const languageSource = lookupOf(languages.list, { option: namedOption });
export const territorySource = lookupOf(territories.list, { option: namedOption });
export const currencySource = lookupOf(currencies.list, { option: namedOption });
export const businessRelationSource = lookupOf(businessRelations.list, { option: describedOption });
export const mailingGroupSource = lookupOf(mailingGroups.list, { option: describedOption });
export const industryGroupSource = lookupOf(industryGroups.list, { option: describedOption });
export const jobResponsibilitySource = lookupOf(jobResponsibilities.list, { option: describedOption });
export const organizationalLevelSource = lookupOf(organizationalLevels.list, { option: describedOption });
export const webSourceSource = lookupOf(webSources.list, { option: describedOption });
export const salutationSource = lookupOf(salutations.list, { option: describedOption });
export const salesCycleSource = lookupOf(salesCycles.list, { option: describedOption });
/** Those that may still be chosen (campaigns S-2). */
export const usableSalesCycleSource = lookupOf(salesCycles.list, {
  query: { blocked: "false" },
  option: describedOption,
});
export const closeCodeSource = lookupOf(closeOpportunityCodes.list, { option: describedOption });
/** Codes to close opportunities with, as won or as lost. */
export const closeCodeSources = {
  won: lookupOf(closeOpportunityCodes.list, { query: { type: "won" }, option: describedOption }),
  lost: lookupOf(closeOpportunityCodes.list, { query: { type: "lost" }, option: describedOption }),
} as const;
export const numberSeriesSource = lookupOf(listNumberSeries, { option: describedOption });
export const salespersonSource = lookupOf(listSalespeople, { option: namedOption });
/** Salespeople who may still be chosen for a contact or a party. */
export const activeSalespersonSource = lookupOf(listSalespeople, {
  query: { blocked: "false", privacyBlocked: "false" },
  option: namedOption,
});
