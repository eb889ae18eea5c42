/** How a number is meant to be seen, as far as it changes what we read. */
export type DateKind = "date" | "dateTime" | "time";

const secondsPerDay = 86_400;
const lastSerial = 2_958_465; // 9999-12-31
const unixEpoch1900 = 25_569; // 1970-01-01 in the calendar that begins with 1900
const days1904 = 1_462; // how much later the calendar of old Macintosh workbooks begins

/**
 * A day number of Excel as ISO 8601: `2026-11-23`, `2026-11-23T14:05:00` or `14:05:00`; `null` outside its
 * calendar. The 29 February 1900, which Excel believes in, becomes the 28th.
 */
export function serialToIso(serial: number, kind: DateKind, is1904: boolean): string | null {
  const seconds = Math.round((serial + (is1904 ? days1904 : 0)) * secondsPerDay);
  const day = Math.floor(seconds / secondsPerDay);
  if (day < 0 || day > lastSerial) return null;

  const time = isoOf((seconds % secondsPerDay) / secondsPerDay).slice(11);
  if (kind === "time" && day === 0) return time;
  const date = isoOf((day < 60 ? day + 1 : day) - unixEpoch1900).slice(0, 10);
  return kind === "date" ? date : `${date}T${time}`;
}

/** The day number for `2026-11-23` or `2026-11-23T14:05[:00…]`; `null` for anything else and before March 1900. */
export function isoToSerial(iso: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2})(:\d{2})?.*)?$/.exec(iso);
  if (!match) return null;
  const [, date, minutes = "00:00", seconds = ":00"] = match;
  const instant = Date.parse(`${date}T${minutes}${seconds}Z`);
  const serial = instant / 1_000 / secondsPerDay + unixEpoch1900;
  return serial > 60 && serial < lastSerial + 1 ? serial : null;
}

function isoOf(daysSince1970: number): string {
  return new Date(Math.round(daysSince1970 * secondsPerDay) * 1_000).toISOString().slice(0, 19);
}
