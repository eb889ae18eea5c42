import type pg from "pg";
import { contactNo, type Scale } from "../scales.ts";
import { loadContacts } from "./contacts.load.ts";
import { loadLog } from "./log.load.ts";
import { loadSetup } from "./setup.load.ts";

export interface LoadTimes {
  readonly contactsSeconds: number;
  readonly logSeconds: number;
  readonly vacuumSeconds: number;
}

/**
 * Fills a migrated, empty database by statements over whole sets, with all indexes in place. The same scale gives the
 * same rows, except that the log ends on the day before today.
 */
export async function loadData(
  owner: pg.Client,
  scale: Scale,
  options: { readonly note: (line: string) => void; readonly signal: AbortSignal },
): Promise<LoadTimes> {
  await createChance(owner);
  await loadSetup(owner, contactNo(scale.companies + scale.people));
  options.note(`loading ${(scale.companies + scale.people).toLocaleString("en")} contacts`);
  const contactsSeconds = await timed(() => loadContacts(owner, scale));
  options.signal.throwIfAborted();
  // The log joins contacts: without statistics it would be planned for an empty table.
  await owner.query("analyze contacts");
  options.note(`loading ${scale.entries.toLocaleString("en")} log entries`);
  const logSeconds = await timed(() => loadLog(owner, scale, options));
  options.signal.throwIfAborted();
  options.note("vacuum, analyze, checkpoint");
  const vacuumSeconds = await timed(async () => {
    await owner.query("vacuum (analyze)");
    await owner.query("checkpoint");
  });
  return { contactsSeconds, logSeconds, vacuumSeconds };
}

/** Chance that is the same every time: a number in [0, n) drawn by hashing, and a member of a list. */
async function createChance(owner: pg.Client): Promise<void> {
  await owner.query(`create function pg_temp.chance(i bigint, salt bigint, n bigint) returns bigint
    language sql immutable parallel safe
    return mod(hashint8extended(i, salt) & 9223372036854775807, n)`);
  await owner.query(`create function pg_temp.pick(choices text[], i bigint, salt bigint) returns text
    language sql immutable parallel safe
    return choices[1 + mod(hashint8extended(i, salt) & 9223372036854775807, cardinality(choices))]`);
  await owner.query(`create function pg_temp.pick_skewed(choices text[], i bigint, salt bigint) returns text
    language sql immutable parallel safe
    return choices[1 + floor(power(pg_temp.chance(i, salt, 1000000) / 1000000.0, 4) * cardinality(choices))::integer]`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
