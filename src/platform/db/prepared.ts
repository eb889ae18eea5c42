import { createHash } from "node:crypto";
import { sql } from "kysely";
import type pg from "pg";

const mark = "/* prepared */";

/**
 * Stands first in a statement that is sent with nearly every request: each connection then parses and plans it once
 * (docs/performance.md). Its text must always be the same, and one plan must suit all values. Pages of the log are not
 * such: what is best for most contacts is bad for the one with many entries.
 */
export const prepared = sql.raw(mark);

/** Makes a connection prepare what is marked so. */
export function prepareMarked(client: pg.PoolClient): void {
  const query = client.query.bind(client) as (...args: unknown[]) => unknown;
  const preparing = (first: unknown, ...rest: unknown[]) => {
    if (typeof first !== "string" || !first.startsWith(mark)) return query(first, ...rest);
    const [values, ...others] = rest;
    return query({ name: nameOf(first), text: first, values }, ...others);
  };
  client.query = preparing as typeof client.query;
}

const names = new Map<string, string>();

/** PostgreSQL's names of statements have 63 bytes at most. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash("sha256").update(text).digest("base64url");
    names.set(text, name);
  }
  return name;
}
