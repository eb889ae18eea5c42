/** What opportunities offer to the pages of other modules. */

export { opportunityHref, opportunityListHref } from "./addresses.ts";
export { ContactOpportunitiesBox, prefetchContactOpportunities } from "./lazy-box.tsx";
export { OpportunityStatusBadge } from "./OpportunityStatusBadge.tsx";
