import type { Db } from "#app/database.ts";

const secondsBetweenLooks = 30;

/**
 * The organisation's time zone without a statement per request: read at the start, at once when this program
 * changes it, and every half minute in case another one has.
 */
export interface CompanyClock {
  /** IANA name. */
  timeZone(): string;
  /** Reads it again. */
  refresh(): Promise<void>;
  stop(): void;
}

export async function startCompanyClock(db: Db): Promise<CompanyClock> {
  const readTimeZone = async () => {
    const { time_zone } = await db
      .selectFrom("company_information")
      .select("time_zone")
      .executeTakeFirstOrThrow();
    return time_zone;
  };
  let timeZone = await readTimeZone();
  const refresh = async () => {
    timeZone = await readTimeZone();
  };
  // While the database is away the zone stays what it was; whoever needs the database is told so there.
  const timer = setInterval(() => refresh().catch(() => undefined), secondsBetweenLooks * 1_000).unref();
  return { timeZone: () => timeZone, refresh, stop: () => clearInterval(timer) };
}
