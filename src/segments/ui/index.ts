/** What segments offer to the pages of other modules. */

export { segmentHref, segmentListHref } from "./addresses.ts";
export { prefetchContactSegments } from "./prefetch.ts";
