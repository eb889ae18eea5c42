import { listCampaigns } from "#campaigns/campaigns.contract.ts";
import { campaignStatuses } from "#setup/lists/lists.contract.ts";
import { describedOption, lookupOf } from "#web/fields/lookup.ts";

export const campaignSource = lookupOf(listCampaigns, {
  option: ({ no, description }) => ({ value: no, label: description ?? no }),
});

export const campaignStatusSource = lookupOf(campaignStatuses.list, {
  option: describedOption,
});
