/** Where the fields and filters of contacts find their records. */

export {
  activeSalespersonSource,
  businessRelationSource,
  countrySource,
  currencySource,
  industryGroupSource,
  jobResponsibilitySource,
  languageSource,
  mailingGroupSource,
  organizationalLevelSource,
  salespersonSource,
  salutationSource,
  territorySource,
  webSourceSource,
} from "#setup/ui/lookups.ts";
export { companySource } from "./pickers.ts";
