/** What opportunities offer to the pages of other modules. */

export { opportunityHref } from "./addresses.ts";
export { ContactOpportunitiesBox } from "./lazy-box.tsx";
export { opportunitySource } from "./lookups.ts";
