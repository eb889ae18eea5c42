import { tmpdir } from "node:os";
import pg from "pg";
import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { examine } from "./examine.ts";

async function findings(url: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  await examine({ ownerUrl: url, dataFolder: tmpdir(), isEmbedded: false }, ({ name, ok, says }) => {
    if (!ok) found[name] = says;
  });
  return found;
}

/** What is wrong after some statements, which are undone again. */
async function findingsAfter(url: string, harm: string, cure: string): Promise<Record<string, string>> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(harm);
    return await findings(url);
  } finally {
    await client.query(cure);
    await client.end();
  }
}

describe("doctor", () => {
  test("finds nothing wrong with a fresh database", async ({ database }) => {
    expect(await findings(database.url)).toEqual({});
  });

  test.for([
    [
      "a runtime role that may rewrite the log",
      "grant update (contact_id) on interaction_log_entries to rapport_runtime",
      "revoke update (contact_id) on interaction_log_entries from rapport_runtime",
      "logged facts are protected",
      /not refused/,
    ],
    [
      "policies that were switched off",
      "alter table interaction_log_entries disable row level security",
      "alter table interaction_log_entries enable row level security",
      "logged facts are protected",
      /switched off/,
    ],
    [
      "an audit trail that may be edited",
      "grant update on audit_entries to rapport_runtime",
      "revoke update on audit_entries from rapport_runtime",
      "logged facts are protected",
      /audit_entries/,
    ],
    [
      "sums that the log does not add up to",
      "insert into interaction_day_sums values ('2026-11-23', 1, null, null, null, null, null, 1, 2.5, 30, 0, 0, 0)",
      "delete from interaction_day_sums",
      "statistics add up to the log",
      /2 periods do not: 2026-11, 2026-11-23/,
    ],
    [
      "entries without a contact",
      "insert into interaction_log_entries (contact_id, entry_no, happened_at, user_id, canceled) values (77, 0, now(), 'T', true)",
      "delete from interaction_log_entries",
      "log entries have their contact",
      /1 do not/,
    ],
    [
      "entries without a template",
      "insert into interaction_log_entries (contact_id, entry_no, happened_at, user_id, template_id, canceled) values (0, 0, now(), 'T', 9, true)",
      "delete from interaction_log_entries",
      "log entries have their template",
      /1 do not/,
    ],
    [
      "contacts without a claimed number",
      "insert into contacts (id, no, type) values (0, 'CT0', 'person')",
      "delete from contacts",
      "contacts have claimed their number",
      /1 do not/,
    ],
    [
      "numbers claimed by nobody",
      "insert into contact_numbers values ('CT9', 9)",
      "delete from contact_numbers",
      "claimed numbers have their contact",
      /1 do not/,
    ],
    [
      "number blocks that lag behind",
      "insert into contacts (id, no, type) values (50, 'X', 'person'); insert into contact_numbers values ('X', 50)",
      "delete from contacts; delete from contact_numbers",
      "contact keys are ahead",
      /highest in use 50/,
    ],
    [
      "a schema that is not up to date",
      "delete from kysely_migration where name = '0010_jobs'",
      "insert into kysely_migration values ('0010_jobs', now()::text)",
      "schema",
      /run migrate/,
    ],
    [
      "a picture that belongs to nobody",
      `with b as (insert into attachment_blobs (sha256, size, storage_type) values (repeat('a', 64), 0, 'embedded') returning id)
       insert into attachments (no, blob_id, file_name, mime_type, created_by, created_at)
       select 0, id, 'image.png', 'image/png', 'test', now() - interval '30 days' from b`,
      "delete from attachments where no = 0; delete from attachment_blobs",
      "files and pictures belong to something",
      /1 do not/,
    ],
    [
      "a schema of a newer program",
      "insert into kysely_migration values ('9999_x', now()::text)",
      "delete from kysely_migration where name = '9999_x'",
      "schema",
      /newer/,
    ],
    [
      "a queue the program may not use",
      "revoke execute on function queue_job(uuid) from rapport_runtime",
      "grant execute on function queue_job(uuid) to rapport_runtime",
      "job queue",
      /may not add/,
    ],
  ] as const)("finds %s", async ([_title, harm, cure, name, says], { database }) => {
    const found = await findingsAfter(database.url, harm, cure);

    expect(Object.keys(found)).toEqual([name]);
    expect(found[name]).toMatch(says);
    expect(await findings(database.url)).toEqual({});
  });
});
