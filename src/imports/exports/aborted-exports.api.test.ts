import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { expect } from "vitest";
import { type TestApp, test, testContext } from "#app/testing.ts";
import { createToken } from "#users/index.ts";

/** Snapshots that somebody still holds. */
async function openSnapshots({ owner }: TestApp): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from pg_stat_activity
     where datname = current_database() and state like 'idle in transaction%'`.execute(owner);
  return rows[0]!.count;
}

test.for(["csv", "xlsx"])(
  "whoever leaves in the middle of a %s holds no snapshot",
  async (format, { app }) => {
    await sql`
    insert into mailing_groups (code, description)
    select 'G' || n, repeat(md5(n::text), 3) from generate_series(1, 100000) n on conflict do nothing`.execute(
      app.owner,
    );
    if (!app.api.server.server.listening) await app.api.server.listen({ port: 0, host: "127.0.0.1" });
    const { port } = app.api.server.server.address() as AddressInfo;
    const { secret } = await createToken(testContext(app.db), {
      name: format,
      role: "viewer",
      narrowedTo: null,
    });
    const leaving = new AbortController();

    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/exports/mailing-groups?format=${format}`, {
      headers: { authorization: `Bearer ${secret}` },
      signal: leaving.signal,
    });
    const { value } = await answer.body!.getReader().read();
    expect(value!.length).toBeGreaterThan(0);
    expect(await openSnapshots(app)).toBe(1);
    leaving.abort();

    await expect.poll(() => openSnapshots(app), { timeout: 10_000 }).toBe(0);
  },
);
