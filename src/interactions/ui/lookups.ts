import { interactionGroups, listInteractionTemplates } from "#interactions/templates.contract.ts";
import { listOpportunities } from "#opportunities/opportunities.contract.ts";
import { listSalespeople } from "#salespeople/salespeople.contract.ts";
import { describedOption, type LookupSource, lookupOf, namedOption } from "#web/fields/lookup.ts";

/** Where the fields and filters of interactions find their records. */

export const templateSource = lookupOf(listInteractionTemplates, {
  option: describedOption,
});

/** Templates that may still be chosen. */
export const activeTemplateSource = lookupOf(listInteractionTemplates, {
  query: { archived: "false" },
  option: describedOption,
});

export const groupSource = lookupOf(interactionGroups.list, {
  option: describedOption,
});

/** Salespeople who may still be chosen. */
export const activeSalespersonSource = lookupOf(listSalespeople, {
  query: { blocked: "false" },
  option: namedOption,
});

export { campaignSource } from "#campaigns/ui/lookups.ts";
export { companySource, contactOption, contactSource } from "#contacts/ui/pickers.ts";
export { languageSource, salespersonSource } from "#setup/ui/lookups.ts";

/** R-OPP: open opportunities of the contact's company, of the salesperson if there is one. */
export function opportunitySourceOf(of: {
  readonly contactCompanyNo: string | null;
  readonly contactNo: string | null;
  readonly salespersonCode: string | null;
}): LookupSource {
  const { contactCompanyNo, contactNo, salespersonCode } = of;
  const whose = contactCompanyNo === null ? { contactNo: contactNo ?? "" } : { contactCompanyNo };
  return lookupOf(listOpportunities, {
    query: { ...whose, ...(salespersonCode === null ? {} : { salespersonCode }), closed: "false" },
    option: ({ no, description, contactName }) => ({
      value: no,
      label: description,
      ...(contactName === null ? {} : { description: contactName }),
    }),
  });
}
