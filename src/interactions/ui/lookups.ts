import { interactionGroups, listInteractionTemplates } from "#interactions/templates.contract.ts";
import { listOpportunities } from "#opportunities/opportunities.contract.ts";
import { listSalespeople } from "#salespeople/salespeople.contract.ts";
import { languages } from "#setup/lists/lists.contract.ts";
import { type LookupSource, lookupOf } from "#web/fields/lookup.ts";

/** Where the fields and filters of interactions find their records. */

export const templateSource = lookupOf(listInteractionTemplates, {
  option: ({ code, description }) => ({ value: code, label: description ?? code }),
});

/** Templates that may still be chosen. */
export const activeTemplateSource = lookupOf(listInteractionTemplates, {
  query: { archived: "false" },
  option: ({ code, description }) => ({ value: code, label: description ?? code }),
});

export const groupSource = lookupOf(interactionGroups.list, {
  option: ({ code, description }) => ({ value: code, label: description ?? code }),
});

export const salespersonSource = lookupOf(listSalespeople, {
  option: ({ code, name }) => ({ value: code, label: name ?? code }),
});

/** Salespeople who may still be chosen. */
export const activeSalespersonSource = lookupOf(listSalespeople, {
  query: { blocked: "false" },
  option: ({ code, name }) => ({ value: code, label: name ?? code }),
});

export const languageSource = lookupOf(languages.list, {
  option: ({ code, name }) => ({ value: code, label: name ?? code }),
});

export { campaignSource } from "#campaigns/ui/lookups.ts";
export { companySource, contactOption, contactSource } from "#contacts/ui/pickers.ts";

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
