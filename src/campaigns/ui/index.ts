/** What campaigns offer to the pages of other modules. */

export { campaignHref } from "./addresses.ts";
