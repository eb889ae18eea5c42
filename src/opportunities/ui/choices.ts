import {
  type OpportunityStatus,
  opportunityStatuses,
  priorities,
} from "#opportunities/opportunities.rules.ts";
import type { TextKey } from "#web/i18n.ts";
import type { Tone } from "#web/widgets/StatusBadge.tsx";

export function statusKey(status: OpportunityStatus): TextKey {
  return `opportunities.statuses.${status}`;
}

export const priorityChoices = priorities.map((value) => ({
  value,
  labelKey: `opportunities.priorities.${value}` as const,
}));

export const statusChoices = opportunityStatuses.map((value) => ({ value, labelKey: statusKey(value) }));

export const toneOf: Readonly<Record<OpportunityStatus, Tone>> = {
  notStarted: "neutral",
  inProgress: "info",
  won: "success",
  lost: "warning",
};
