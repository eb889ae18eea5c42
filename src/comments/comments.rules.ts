/** Comments of any record (interactions, section 2.5). */

/** Longest comment in characters. */
export const commentLength = 2_000;

export const lineNoStep = 10_000;

/**
 * Dates of new comment lines: the first of a day is dated, further ones are left blank as long as the record has a
 * comment dated today.
 */
export function datesOfNewComments(
  existingDates: readonly (string | null)[],
  count: number,
  today: string,
): (string | null)[] {
  const hasToday = existingDates.includes(today);
  return Array.from({ length: count }, (_, index) => (index === 0 && !hasToday ? today : null));
}
