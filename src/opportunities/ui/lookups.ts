import { listOpportunities } from "#opportunities/opportunities.contract.ts";
import { lookupOf } from "#web/fields/lookup.ts";

export const opportunitySource = lookupOf(listOpportunities, {
  option: ({ no, description, contactName }) => ({
    value: no,
    label: description,
    description: contactName ?? undefined,
  }),
});

export { salesCycleSource } from "#setup/ui/lookups.ts";
