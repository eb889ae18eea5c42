/** The set-up lists by name with the resource each is. What they consist of comes with their page. */
export const setupListNames = {
  mailingGroups: "mailing-groups",
  industryGroups: "industry-groups",
  businessRelations: "business-relations",
  jobResponsibilities: "job-responsibilities",
  organizationalLevels: "organizational-levels",
  webSources: "web-sources",
  salutations: "salutations",
  languages: "languages",
  countries: "countries",
  territories: "territories",
  currencies: "currencies",
  campaignStatuses: "campaign-statuses",
  salesCycles: "sales-cycles",
  closeOpportunityCodes: "close-opportunity-codes",
} as const;
export type SetupListName = keyof typeof setupListNames;
