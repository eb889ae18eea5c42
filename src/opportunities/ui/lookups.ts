import { listOpportunities } from "#opportunities/opportunities.contract.ts";
import { lookupOf } from "#web/fields/lookup.ts";

export const opportunitySource = lookupOf(listOpportunities, {
  option: ({ no, description, contactName }) => ({
    value: no,
    label: description,
    description: contactName ?? undefined,
  }),
});

export {
  closeCodeSource,
  closeCodeSources,
  salesCycleSource,
  usableSalesCycleSource,
} from "#setup/ui/lookups.ts";
