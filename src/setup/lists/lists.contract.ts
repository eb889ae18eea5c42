import { closedStatuses, probabilityCalculations } from "#opportunities/estimates.rules.ts";
import { type AnySetupList, defineSetupList } from "./define-setup-list.contract.ts";
import {
  addressFormatField,
  choiceField,
  flagField,
  isoCodeField,
  localeField,
  numericCodeField,
  searchUrlField,
  textField,
  vatFormatsField,
} from "./setup-fields.contract.ts";

const described = { description: textField(100) };
const named = { name: textField(50) };

export const mailingGroups = defineSetupList({
  resource: "mailing-groups",
  singular: "MailingGroup",
  label: "description",
  fields: described,
  countsContacts: true,
});
export const industryGroups = defineSetupList({
  resource: "industry-groups",
  singular: "IndustryGroup",
  label: "description",
  fields: described,
  countsContacts: true,
});
export const businessRelations = defineSetupList({
  resource: "business-relations",
  singular: "BusinessRelation",
  label: "description",
  fields: described,
  countsContacts: true,
});
export const jobResponsibilities = defineSetupList({
  resource: "job-responsibilities",
  singular: "JobResponsibility",
  label: "description",
  fields: described,
  countsContacts: true,
});
export const organizationalLevels = defineSetupList({
  resource: "organizational-levels",
  singular: "OrganizationalLevel",
  label: "description",
  fields: described,
});
export const webSources = defineSetupList({
  resource: "web-sources",
  singular: "WebSource",
  label: "description",
  fields: { ...described, url: searchUrlField(250) },
});
export const salutations = defineSetupList({
  resource: "salutations",
  singular: "Salutation",
  label: "description",
  fields: described,
});
export const languages = defineSetupList({
  resource: "languages",
  singular: "Language",
  label: "name",
  fields: { ...named, locale: localeField() },
});
export const countries = defineSetupList({
  resource: "countries",
  singular: "Country",
  label: "name",
  fields: {
    ...named,
    isoCode: isoCodeField(),
    numericCode: numericCodeField(),
    addressFormat: addressFormatField(),
    vatFormats: vatFormatsField(),
  },
});
export const territories = defineSetupList({
  resource: "territories",
  singular: "Territory",
  label: "name",
  fields: named,
});
export const currencies = defineSetupList({
  resource: "currencies",
  singular: "Currency",
  label: "name",
  fields: named,
});

/** How far a campaign has come, in the words of the organisation (campaigns §2). */
export const campaignStatuses = defineSetupList({
  resource: "campaign-statuses",
  singular: "CampaignStatus",
  label: "description",
  fields: described,
});
/** The ways in which opportunities are pursued (campaigns S-1); their stages are lists of their own. */
export const salesCycles = defineSetupList({
  resource: "sales-cycles",
  singular: "SalesCycle",
  label: "description",
  fields: {
    ...described,
    probabilityCalculation: choiceField(probabilityCalculations),
    blocked: flagField(),
  },
});
/** Why opportunities are won or lost (campaigns S-4). */
export const closeOpportunityCodes = defineSetupList({
  resource: "close-opportunity-codes",
  singular: "CloseOpportunityCode",
  label: "description",
  fields: { ...described, type: choiceField(closedStatuses) },
  countsOpportunities: true,
});

/** Every plain set-up list, in the order of the menu. */
export const setupLists: readonly AnySetupList[] = [
  mailingGroups,
  industryGroups,
  businessRelations,
  jobResponsibilities,
  organizationalLevels,
  webSources,
  salutations,
  languages,
  countries,
  territories,
  currencies,
  campaignStatuses,
  salesCycles,
  closeOpportunityCodes,
];
