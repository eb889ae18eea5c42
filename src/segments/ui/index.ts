/** What segments offer to the pages of other modules. */

export { segmentHref, segmentListHref } from "./addresses.ts";
export { addSelectedToSegment } from "./contact/actions.ts";
