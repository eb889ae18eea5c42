import { listOpportunities } from "#opportunities/opportunities.contract.ts";
import { salesCycles } from "#setup/lists/lists.contract.ts";
import { lookupOf } from "#web/fields/lookup.ts";

export const opportunitySource = lookupOf(listOpportunities, {
  option: ({ no, description, contactName }) => ({
    value: no,
    label: description,
    description: contactName ?? undefined,
  }),
});

export const salesCycleSource = lookupOf(salesCycles.list, {
  option: ({ code, description }) => ({ value: code, label: description ?? code }),
});
