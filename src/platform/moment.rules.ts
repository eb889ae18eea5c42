/** Dates and times of the organisation: what its calendar and clock show at an instant. */

export interface LocalMoment {
  /** `2026-11-23` */
  readonly date: string;
  /** `14:05:00` */
  readonly time: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What calendar and clock show in an IANA time zone. */
export function localMoment(instant: Date, timeZone: string): LocalMoment {
  let format = formats.get(timeZone);
  if (!format) {
    // Swedish writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv-SE", {
      timeZone,
      dateStyle: "short",
      timeStyle: "medium",
      hourCycle: "h23",
    });
    formats.set(timeZone, format);
  }
  const [date = "", time = ""] = format.format(instant).split(" ");
  return { date, time };
}

/** `2026-11-23 14:05:00` of a row as date and time. */
export function splitTimestamp(timestamp: string): LocalMoment {
  return { date: timestamp.slice(0, 10), time: timestamp.slice(11, 19) };
}
