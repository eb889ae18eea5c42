import { contactListHref } from "#contacts/ui/index.ts";
import { closedStatuses, probabilityCalculations } from "#opportunities/estimates.rules.ts";
import { opportunityListHref } from "#opportunities/ui/index.ts";
import {
  businessRelations,
  campaignStatuses,
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
import { addressFormats } from "#setup/lists/setup-fields.contract.ts";
import type { TextKey } from "#web/i18n.ts";
import type { SetupListPageProps } from "#web/setup/SetupListPage.tsx";
import { codeAndDescription, type SetupField } from "#web/setup/setup-fields.ts";

/** A set-up list as a page: what it is called, what it is for, which fields its rows have. */
export interface SetupListDefinition {
  readonly resource: string;
  readonly titleKey: TextKey;
  readonly textKey: TextKey;
  /** Says more on the page itself, such as what signs mean. */
  readonly hintKey?: TextKey;
  readonly fields: readonly SetupField[];
  readonly endpoints: SetupListPageProps["endpoints"];
}

const codeAndName: readonly SetupField[] = [
  { key: "code", labelKey: "web.setup.code", kind: "code", maxLength: 10, isRequired: true, width: 160 },
  { key: "name", labelKey: "fields.name", kind: "text", maxLength: 50 },
];

/** Lists that say how many contacts have a row: the figure leads to them. */
function counted(filter: string): readonly SetupField[] {
  return [
    ...codeAndDescription,
    {
      key: "noOfContacts",
      labelKey: "fields.noOfContacts",
      kind: "figure",
      width: 120,
      href: (code) => contactListHref({ [filter]: code }),
    },
  ];
}

const lists = {
  businessRelations,
  campaignStatuses,
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
};
type ListName = keyof typeof lists;

function page(name: ListName, fields: readonly SetupField[]): SetupListDefinition {
  return {
    resource: lists[name].resource,
    titleKey: `setup.lists.${name}`,
    textKey: `setup.lists.${name}Text`,
    fields,
    endpoints: lists[name],
  };
}

/** The plain set-up lists; salutations have a page of their own with their formulas. */
export const setupListPages: readonly SetupListDefinition[] = [
  page("mailingGroups", counted("mailingGroupCode")),
  page("industryGroups", counted("industryGroupCode")),
  page("businessRelations", counted("businessRelationCode")),
  page("jobResponsibilities", counted("jobResponsibilityCode")),
  page("organizationalLevels", codeAndDescription),
  page("webSources", [
    ...codeAndDescription,
    { key: "url", labelKey: "fields.url", kind: "text", maxLength: 250 },
  ]),
  page("languages", [
    ...codeAndName,
    { key: "locale", labelKey: "fields.locale", kind: "text", maxLength: 35, width: 220 },
  ]),
  {
    ...page("countries", [
      { key: "code", labelKey: "web.setup.code", kind: "code", maxLength: 10, isRequired: true, width: 130 },
      { key: "name", labelKey: "fields.name", kind: "text", maxLength: 50 },
      { key: "isoCode", labelKey: "fields.isoCode", kind: "code", maxLength: 2, width: 100 },
      { key: "numericCode", labelKey: "fields.numericCode", kind: "text", maxLength: 3, width: 120 },
      {
        key: "addressFormat",
        labelKey: "fields.addressFormat",
        kind: "enum",
        width: 210,
        choices: addressFormats.map((value) => ({
          value,
          labelKey: `setup.addressFormats.${value}` as const,
        })),
      },
      {
        key: "vatFormats",
        labelKey: "fields.vatFormats",
        kind: "texts",
        maxLength: 20,
        hintKey: "setup.lists.vatHint",
      },
    ]),
    hintKey: "setup.lists.countriesHint",
  },
  page("territories", codeAndName),
  page("currencies", codeAndName),
  page("campaignStatuses", codeAndDescription),
  page("salesCycles", [
    ...codeAndDescription,
    {
      key: "probabilityCalculation",
      labelKey: "fields.probabilityCalculation",
      kind: "enum",
      width: 220,
      choices: probabilityCalculations.map((value) => ({
        value,
        labelKey: `setup.probabilityCalculations.${value}` as const,
      })),
    },
    { key: "blocked", labelKey: "fields.blocked", kind: "flag", width: 110 },
  ]),
  page("closeOpportunityCodes", [
    ...codeAndDescription,
    {
      key: "type",
      labelKey: "fields.type",
      kind: "enum",
      width: 160,
      choices: closedStatuses.map((value) => ({ value, labelKey: `setup.closeTypes.${value}` as const })),
    },
    {
      key: "noOfOpportunities",
      labelKey: "fields.noOfOpportunities",
      kind: "figure",
      width: 130,
      href: (code) => opportunityListHref({ closeOpportunityCode: code }),
    },
  ]),
];

export const salutationsPage = page("salutations", codeAndDescription);
