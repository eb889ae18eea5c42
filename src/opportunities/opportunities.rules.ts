/** What an opportunity must fulfil (campaigns §4). Blank is `null`. */

import type { FieldError } from "#platform/errors.ts";

export const opportunityStatuses = ["notStarted", "inProgress", "won", "lost"] as const;
export type OpportunityStatus = (typeof opportunityStatuses)[number];

export function isClosed(status: OpportunityStatus): boolean {
  return status === "won" || status === "lost";
}

export interface RequiredValues {
  readonly description: string | null;
  readonly contactNo: string | null;
  readonly salespersonCode: string | null;
}

/** O-2: everything that is missing, in the order of the specification. */
export function refuseMissing(values: RequiredValues): FieldError[] {
  const missing: FieldError[] = [];
  if (values.description === null) missing.push({ path: "description", code: "description_required" });
  if (values.contactNo === null) missing.push({ path: "contactNo", code: "contact_required" });
  if (values.salespersonCode === null)
    missing.push({ path: "salespersonCode", code: "salesperson_required" });
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
  readonly status?: OpportunityStatus | undefined;
}

/** Fields that stay as they are once it is won or lost (O-1). */
const finalWhenClosed = ["contactNo", "salespersonCode", "campaignNo"] as const;

/**
 * O-1, O-9: what is final is not changed unless the same request reopens the opportunity; once started its contact
 * stays within the company.
 */
export function refuseChange(
  before: OpportunityState,
  written: WrittenOpportunity,
  companyIdAfter: number | null,
): FieldError | null {
  const status = written.status ?? before.status;
  const final = finalWhenClosed.find((field) => written[field] !== undefined);
  if (isClosed(before.status) && isClosed(status) && final !== undefined)
    return { path: final, code: "opportunity_closed" };
  const moves = written.contactNo !== undefined && companyIdAfter !== before.companyId;
  if (before.status !== "notStarted" && moves) return { path: "contactNo", code: "other_company" };
  return null;
}

/** The day it was closed: kept while it stays closed, blank while it is open. */
export function dateClosedAfter(
  before: { readonly status: OpportunityStatus; readonly dateClosed: string | null },
  status: OpportunityStatus,
  today: string,
): string | null {
  if (!isClosed(status)) return null;
  return isClosed(before.status) ? before.dateClosed : today;
}

/** O-18: not while it is in progress. */
export function refuseDelete(status: OpportunityStatus): "opportunity_in_progress" | null {
  return status === "inProgress" ? "opportunity_in_progress" : null;
}
