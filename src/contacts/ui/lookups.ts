import { listSalespeople } from "#salespeople/salespeople.contract.ts";
import {
  businessRelations,
  countries,
  currencies,
  industryGroups,
  jobResponsibilities,
  languages,
  mailingGroups,
  organizationalLevels,
  salutations,
  territories,
  webSources,
} from "#setup/lists/lists.contract.ts";
import { lookupOf } from "#web/fields/lookup.ts";

/** Where the fields and filters of contacts find their records. */

interface Named {
  readonly code: string;
  readonly name: string | null;
}
interface Described {
  readonly code: string;
  readonly description: string | null;
}

const named = ({ code, name }: Named) => ({ value: code, label: name ?? code });
const described = ({ code, description }: Described) => ({ value: code, label: description ?? code });

export { companySource } from "./pickers.ts";
export const salespersonSource = lookupOf(listSalespeople, { option: named });
/** Salespeople who may still be chosen. */
export const activeSalespersonSource = lookupOf(listSalespeople, {
  query: { blocked: "false", privacyBlocked: "false" },
  option: named,
});
export const territorySource = lookupOf(territories.list, { option: named });
export const countrySource = lookupOf(countries.list, { option: named });
export const languageSource = lookupOf(languages.list, { option: named });
export const currencySource = lookupOf(currencies.list, { option: named });
export const businessRelationSource = lookupOf(businessRelations.list, { option: described });
export const mailingGroupSource = lookupOf(mailingGroups.list, { option: described });
export const industryGroupSource = lookupOf(industryGroups.list, { option: described });
export const jobResponsibilitySource = lookupOf(jobResponsibilities.list, { option: described });
export const webSourceSource = lookupOf(webSources.list, { option: described });
export const salutationSource = lookupOf(salutations.list, { option: described });
export const organizationalLevelSource = lookupOf(organizationalLevels.list, { option: described });
