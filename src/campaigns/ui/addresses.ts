import { stringifySearch } from "#web/url-state.ts";

export const campaignsPath = "/campaigns";
export const campaignEntriesPath = "/campaign-entries";

export function campaignHref(no: string): string {
  return `${campaignsPath}/${encodeURIComponent(no)}`;
}

/** The entries of a campaign. */
export function campaignEntriesHref(campaignNo: string): string {
  return `${campaignEntriesPath}${stringifySearch({ campaignNo })}`;
}
