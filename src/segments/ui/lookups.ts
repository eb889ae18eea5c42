import { listSegments } from "#segments/segments.contract.ts";
import { lookupOf } from "#web/fields/lookup.ts";

/** Open segments, the latest first. */
export const segmentSource = lookupOf(listSegments, {
  option: ({ no, description, campaignDescription }) => ({
    value: no,
    label: description ?? no,
    description: campaignDescription ?? undefined,
  }),
});
