/** Which alternative address counts on a day (contacts §9). Dates are `YYYY-MM-DD`. */

export interface AltAddressRange {
  readonly altAddressCode: string;
  readonly startingDate: string;
  /** Blank = for good. */
  readonly endingDate: string | null;
}

/** Among the ranges that cover the date the one that began last; `null` = the contact's own address. */
export function activeAltAddress(ranges: readonly AltAddressRange[], date: string): string | null {
  let active: AltAddressRange | null = null;
  for (const range of ranges) {
    const covers = range.startingDate <= date && (range.endingDate === null || range.endingDate >= date);
    if (covers && (active === null || range.startingDate > active.startingDate)) active = range;
  }
  return active?.altAddressCode ?? null;
}

/** R-ALT on a change of date: the one active on the new date, unless another than the old date's was chosen. */
export function rederiveAltAddress(
  current: string | null,
  ranges: readonly AltAddressRange[],
  oldDate: string,
  newDate: string,
): string | null {
  return current === activeAltAddress(ranges, oldDate) ? activeAltAddress(ranges, newDate) : current;
}
