import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { findCorruption, withOwner } from "../support/database.ts";
import { Installation } from "../support/installation.ts";

const INTERACTIONS = 30_000;

const installation = new Installation();
afterAll(() => installation.remove());

test("an erasure that is killed half-way has happened whole or not at all, and is done again", async () => {
  let server = await installation.start();
  const token = await installation.adminToken();
  const client = () => new Client(server.url, token);
  await withOwner(installation.databaseUrl(), async (owner) => {
    await owner.query(
      `insert into contacts (id, no, type, company_id, name, company_name, email)
       values (1000001, 'GONE', 'company', 1000001, 'Kuura Oy', 'Kuura Oy', 'info@kuura.example')`,
    );
    await owner.query("insert into contact_numbers (no, contact_id) values ('GONE', 1000001)");
    await owner.query(
      `insert into interaction_log_entries (contact_id, entry_no, company_id, happened_at, description, subject, user_id, comment_count)
       select 1000001, 1000000 + i, 1000001, now(), 'Talked', 'Talked', 'TEST', 1 from generate_series(1, $1::int) i`,
      [INTERACTIONS],
    );
    await owner.query(
      `insert into interaction_comments (contact_id, entry_no, line_no, text, author)
       select 1000001, 1000000 + i, 1, 'Said', 'TEST' from generate_series(1, $1::int) i`,
      [INTERACTIONS],
    );
  });
  const body = { requestedBy: "subject", reason: "asked", confirm: true };
  /** How many things still say who the contact was, in one statement. */
  const left = () =>
    withOwner(installation.databaseUrl(), async (owner) => {
      const { rows } = await owner.query<{ contacts: string; interactions: string; comments: string }>(
        `select (select count(*) from contacts where no = 'GONE' and name is not null) as contacts,
                (select count(*) from interaction_log_entries where contact_id = 1000001 and subject is not null) as interactions,
                (select count(*) from interaction_comments where contact_id = 1000001) as comments`,
      );
      return [Number(rows[0]!.contacts), Number(rows[0]!.interactions), Number(rows[0]!.comments)];
    });
  const untouched = [1, INTERACTIONS, INTERACTIONS];
  const nothing = [0, 0, 0];

  for (const victim of ["server", "database"] as const) {
    const cut = client()
      .post("/contacts/GONE/erase", body)
      .catch(() => null);
    await pause(400);
    if (victim === "database") process.kill(installation.postmasterPid()!, "SIGKILL");
    await server.kill();
    await cut;
    server = await installation.start();
    // A quick machine may have been done.
    expect([untouched, nothing]).toContainEqual(await left());
  }
  expect([200, 409]).toContain((await client().post("/contacts/GONE/erase", body)).status);

  expect(await left()).toEqual(nothing);
  expect(await findCorruption(installation.databaseUrl())).toEqual([]);
  await server.stop();
});
