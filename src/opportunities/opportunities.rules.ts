/** What an opportunity must fulfil (campaigns §4). Blank is `null`. */

import type { FieldError } from "#platform/errors.ts";

export const opportunityStatuses = ["notStarted", "inProgress", "won", "lost"] as const;
export type OpportunityStatus = (typeof opportunityStatuses)[number];

export const priorities = ["low", "normal", "high"] as const;
export type Priority = (typeof priorities)[number];

export function isClosed(status: OpportunityStatus): boolean {
  return status === "won" || status === "lost";
}

export interface RequiredValues {
  readonly description: string | null;
  readonly contactNo: string | null;
  readonly salespersonCode: string | null;
  /** Only what is created by hand needs one from the beginning; `undefined`: this one does not. */
  readonly salesCycleCode?: string | null | undefined;
}

/** O-2: everything that is missing, in the order of the specification. */
export function refuseMissing(values: RequiredValues): FieldError[] {
  const missing: FieldError[] = [];
  if (values.description === null) missing.push({ path: "description", code: "description_required" });
  if (values.contactNo === null) missing.push({ path: "contactNo", code: "contact_required" });
  if (values.salespersonCode === null)
    missing.push({ path: "salespersonCode", code: "salesperson_required" });
  if (values.salesCycleCode === null) missing.push({ path: "salesCycleCode", code: "sales_cycle_required" });
  return missing;
}

export interface OpportunityState {
  readonly status: OpportunityStatus;
  readonly companyId: number | null;
}

export interface WrittenOpportunity {
  readonly contactNo?: string | null | undefined;
  readonly salespersonCode?: string | null | undefined;
  readonly campaignNo?: string | null | undefined;
  readonly priority?: Priority | undefined;
  readonly salesCycleCode?: string | null | undefined;
}

/** Fields that stay as they are once it is won or lost (O-1). */
const finalWhenClosed = ["contactNo", "salespersonCode", "campaignNo", "priority"] as const;

/** O-1, O-9: some things are final once it is closed; once started its cycle stays, and its contact within the company. */
export function refuseChange(
  before: OpportunityState,
  written: WrittenOpportunity,
  companyIdAfter: number | null,
): FieldError | null {
  const final = finalWhenClosed.find((field) => written[field] !== undefined);
  if (isClosed(before.status) && final !== undefined) return { path: final, code: "opportunity_closed" };
  if (before.status !== "notStarted" && written.salesCycleCode !== undefined)
    return { path: "salesCycleCode", code: "sales_cycle_fixed" };
  const moves = written.contactNo !== undefined && companyIdAfter !== before.companyId;
  if (before.status !== "notStarted" && moves) return { path: "contactNo", code: "other_company" };
  return null;
}

/** O-18: not while it is in progress. */
export function refuseDelete(status: OpportunityStatus): "opportunity_in_progress" | null {
  return status === "inProgress" ? "opportunity_in_progress" : null;
}
