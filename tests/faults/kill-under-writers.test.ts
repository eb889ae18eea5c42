import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { Client } from "../support/client.ts";
import { countOf, findCorruption, withOwner } from "../support/database.ts";
import { Installation, type RunningServer } from "../support/installation.ts";
import { Random } from "../support/random.ts";
import { foundSmallCompany, type Recordable } from "../support/small-company.ts";
import { until } from "../support/until.ts";

const WRITERS = 32;
/** What a client does between two attempts. */
const BACK_OFF_MS = 100;

const installation = new Installation();
afterAll(() => installation.remove());

/** What was acknowledged: `entryNo` by idempotency key. */
const acknowledged = new Map<string, number>();
const unexpected: string[] = [];

/** What is recorded under a key: always the same. */
function interaction(company: readonly Recordable[], key: string) {
  const [writer, turn] = key.split("-").slice(1).map(Number) as [number, number];
  return {
    ...company[(writer + turn) % company.length]!,
    description: key,
    comments: Array.from({ length: (writer + turn) % 3 }, (_, line) => `${key}, remark ${line + 1}`),
  };
}

/** Records one interaction, however many attempts that takes; always with the same key. */
async function recordStubbornly(
  client: () => Promise<Client>,
  company: readonly Recordable[],
  key: string,
): Promise<void> {
  for (;;) {
    try {
      const body = interaction(company, key);
      const answer = await (await client()).post("/interactions", body, { "idempotency-key": key });
      if (answer.status === 201) {
        acknowledged.set(key, answer.body.entryNo);
        return;
      }
      if (answer.status !== 503) {
        unexpected.push(`${key}: ${answer.status} ${JSON.stringify(answer.body)}`);
        return;
      }
    } catch {
      // The connection broke; nobody knows whether it was recorded.
    }
    await sleep(BACK_OFF_MS);
  }
}

test("what was acknowledged to 32 writers is there exactly once, however often the program is killed", async () => {
  const random = new Random(20_261_123);
  let running: Promise<RunningServer> = installation.start();
  const token = await installation.adminToken();
  const client = async () => new Client((await running).url, token);
  const company = await foundSmallCompany(await client(), 8);
  let isEnough = false;
  const writers = Array.from({ length: WRITERS }, async (_, writer) => {
    for (let turn = 0; !isEnough; turn += 1)
      await recordStubbornly(client, company, `writer-${writer}-${turn}`);
  });
  const moreAcknowledged = async () => {
    const goal = acknowledged.size + random.integer(40, 240);
    await until("the writers get on", () => acknowledged.size >= goal, 60_000);
  };

  for (const victim of ["server", "server", "database", "server", "both", "server"] as const) {
    await moreAcknowledged();
    if (victim !== "server") process.kill(installation.postmasterPid()!, "SIGKILL");
    if (victim === "database") continue;
    await (await running).kill();
    running = installation.start();
  }
  await moreAcknowledged();
  isEnough = true;
  await Promise.all(writers);

  expect(unexpected).toEqual([]);
  const keys = [...acknowledged.keys()];
  await withOwner(installation.databaseUrl(), async (owner) => {
    const { rows } = await owner.query<{ description: string; entry_no: number; remarks: number }>(
      `select e.description, e.entry_no::int, (
                select count(*)::int from interaction_comments c
                 where c.contact_id = e.contact_id and c.entry_no = e.entry_no) as remarks
         from interaction_log_entries e order by e.entry_no`,
    );
    expect(rows.length).toBe(keys.length);
    expect(new Map(rows.map((row) => [row.description, row.entry_no]))).toEqual(acknowledged);
    for (const { description, remarks } of rows)
      expect(remarks, description).toBe(interaction(company, description).comments.length);
    const halfWritten = {
      "entries without their line of the audit trail": `interaction_log_entries e where 1 <> (
         select count(*) from audit_entries a where a.action = 'interaction.recorded'
            and a.resource = 'interaction-log-entries' and a.resource_key = e.entry_no::text)`,
      "lines of the audit trail without their entry": `audit_entries a where a.action = 'interaction.recorded'
         and not exists (select from interaction_log_entries e where e.entry_no::text = a.resource_key)`,
      "comments without their entry": `interaction_comments c where not exists (
         select from interaction_log_entries e where e.contact_id = c.contact_id and e.entry_no = c.entry_no)`,
      "entries that miscount their comments": `interaction_log_entries e where e.comment_count <> (
         select count(*) from interaction_comments c where c.contact_id = e.contact_id and c.entry_no = e.entry_no)`,
      "keys without an answer": "idempotency_keys where status is distinct from 201 or answer is null",
      "entries without their key":
        "interaction_log_entries e where not exists (select from idempotency_keys k where k.key = e.description)",
    };
    for (const [what, fromWhere] of Object.entries(halfWritten))
      expect(await countOf(owner, fromWhere), what).toBe(0);
  });

  const api = await client();
  const repeated = new Map<string, number>();
  const left = keys.values();
  const repeaters = Array.from({ length: WRITERS }, async () => {
    for (const key of left) {
      const answer = await api.post("/interactions", interaction(company, key), { "idempotency-key": key });
      expect([answer.status, answer.headers.get("idempotent-replayed")], key).toEqual([201, "true"]);
      repeated.set(key, answer.body.entryNo);
    }
  });
  await Promise.all(repeaters);
  expect(repeated).toEqual(acknowledged);
  await withOwner(installation.databaseUrl(), async (owner) =>
    expect(await countOf(owner, "interaction_log_entries")).toBe(keys.length),
  );

  expect(await findCorruption(installation.databaseUrl())).toEqual([]);
  const doctor = await installation.run(["doctor"]);
  expect([doctor.code, doctor.stdout]).toEqual([0, expect.not.stringContaining("FAIL")]);
  await (await running).stop();
});
