/** What a campaign must fulfil (campaigns §2). Dates are `YYYY-MM-DD`, blank is `null`. */

import type { FieldError } from "#platform/errors.ts";

export interface CampaignDates {
  readonly startingDate: string | null;
  readonly endingDate: string | null;
}

/** C-1: the campaign does not end before it starts; a blank end is open. The error stands at the date just written. */
export function refuseDates(dates: CampaignDates, written: Partial<CampaignDates>): FieldError | null {
  const { startingDate, endingDate } = dates;
  if (startingDate === null || endingDate === null || startingDate <= endingDate) return null;
  const path = written.endingDate == null ? "startingDate" : "endingDate";
  return { path, code: "campaign_dates", values: { startingDate, endingDate } };
}

/** C-1: both ends are in, a blank one is open. */
export function isCampaignRunning({ startingDate, endingDate }: CampaignDates, day: string): boolean {
  return (startingDate === null || startingDate <= day) && (endingDate === null || day <= endingDate);
}
