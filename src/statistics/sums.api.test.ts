import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect } from "vitest";
import type { Db } from "#app/database.ts";
import { type TestApp, type TestClient, test, testContext } from "#app/testing.ts";
import { recordInteraction } from "#interactions/index.ts";
import { givenIn, unique } from "#interactions/testing.ts";
import { refreshSums } from "./index.ts";

/** Written on its own: what the log adds up to, by any expression over it. */
async function plainSums(db: Db, key: string, where = "true") {
  const { rows } = await sql<{ key: string | null }>`
    select ${sql.raw(key)}::text as key, count(*) as n, sum(e.cost)::float as cost, sum(e.duration_min) as minutes,
           count(*) filter (where e.attempt_failed) as failed,
           count(*) filter (where e.evaluation = 'positive') as positive
      from interaction_log_entries e
      left join interaction_templates t on t.id = e.template_id
      left join interaction_groups g on g.id = e.group_id
      left join salespeople s on s.id = e.salesperson_id
     where not e.canceled and not e.postponed and ${sql.raw(where)}
     group by 1 order by 1`.execute(db);
  return rows;
}

const keys = {
  template: "t.code",
  group: "g.code",
  salesperson: "s.code",
  evaluation: "e.evaluation",
  day: "e.happened_at::date",
  week: "date_trunc('week', e.happened_at)::date",
  month: "date_trunc('month', e.happened_at)::date",
  year: "date_trunc('year', e.happened_at)::date",
};

/** The same out of the API; periods without interactions are left out, as plain SQL does. */
async function shownSums(client: TestClient, by: string, parameters = "") {
  const answer = await client.get(`/statistics/interactions?by=${by}${parameters}`);
  expect(answer.status, answer.text).toBe(200);
  const rows = answer.body.rows as {
    key: string | null;
    noOfInteractions: number;
    cost: number;
    durationMin: number;
    noOfFailedAttempts: number;
    evaluations: { positive: number };
  }[];
  expect(rows.reduce((sum, row) => sum + row.noOfInteractions, 0)).toBe(answer.body.totals.noOfInteractions);
  return rows
    .filter(({ noOfInteractions }) => noOfInteractions > 0)
    .map((row) => ({
      key: row.key,
      n: row.noOfInteractions,
      cost: row.cost,
      minutes: row.durationMin,
      failed: row.noOfFailedAttempts,
      positive: row.evaluations.positive,
    }))
    .sort((a, b) => (a.key === null ? 1 : b.key === null ? -1 : a.key < b.key ? -1 : 1));
}

interface Company {
  readonly contactNo: string;
  readonly templates: readonly string[];
  readonly salespeople: readonly string[];
}

async function givenCompany(app: TestApp): Promise<Company> {
  const given = givenIn(app.owner);
  const admin = await app.as("crmAdmin");
  const group = await given.group();
  const templates = [unique("T"), unique("T")];
  for (const code of templates) {
    await admin.post("/interaction-templates", { code, interactionGroupCode: group, description: code });
  }
  const salespeople = [(await given.salesperson()).code, (await given.salesperson()).code];
  return { contactNo: (await given.contact()).no, templates, salespeople };
}

const days = [
  "2025-12-31",
  "2026-01-01",
  "2026-01-31",
  "2026-02-28",
  "2026-03-01",
  "2026-11-22",
  "2026-11-23",
];

const step = fc.oneof(
  fc.record({
    kind: fc.constant("record" as const),
    day: fc.constantFrom(...days),
    template: fc.nat(1),
    salesperson: fc.nat(1),
    cost: fc.integer({ min: 0, max: 1_000_000 }).map((units) => units / 100_000),
    minutes: fc.nat(90),
    failed: fc.boolean(),
    // Not committed before the sums were refreshed.
    isSlow: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom("cancel" as const, "reinstate" as const, "delete" as const),
    entry: fc.nat(),
  }),
  fc.record({ kind: fc.constant("evaluate" as const), entry: fc.nat(), isPositive: fc.boolean() }),
  fc.record({
    kind: fc.constant("complete" as const),
    entry: fc.nat(),
    cost: fc.nat(50),
    failed: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("refresh" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

async function take(app: TestApp, client: TestClient, company: Company, entryNos: number[], one: Step) {
  if (one.kind === "refresh") return refreshSums(app.db);
  if (one.kind === "record") {
    const input = {
      contactNo: company.contactNo,
      interactionTemplateCode: company.templates[one.template]!,
      salespersonCode: company.salespeople[one.salesperson]!,
      date: one.day,
      cost: String(one.cost),
      durationMin: one.minutes,
      wasSuccessful: !one.failed,
    };
    const transaction = await app.db.startTransaction().execute();
    const { entry } = await recordInteraction(testContext(transaction, { keys: app.keys }), input);
    if (one.isSlow) await refreshSums(app.db);
    await transaction.commit().execute();
    entryNos.push(entry.entryNo);
    return;
  }
  const entryNo = entryNos[one.entry % Math.max(entryNos.length, 1)];
  if (entryNo === undefined) return;
  const path = `/interaction-log-entries/${entryNo}`;
  switch (one.kind) {
    case "cancel":
    case "reinstate":
      await client.post(`${path}/${one.kind}`, {});
      break;
    case "delete":
      if ((await client.delete(path)).status === 204) entryNos.splice(entryNos.indexOf(entryNo), 1);
      break;
    case "evaluate":
      await client.post(`${path}/evaluate`, { evaluation: one.isPositive ? "positive" : "negative" });
      break;
    case "complete":
      await client.patch(path, { cost: one.cost, wasSuccessful: !one.failed });
      break;
  }
}

describe("the sums are those of the log", () => {
  test("whatever is recorded, changed, canceled and deleted, and whenever they are refreshed", async ({
    app,
  }) => {
    const client = await app.as("admin");
    const company = await givenCompany(app);
    const entryNos: number[] = [];

    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        for (const one of steps) await take(app, client, company, entryNos, one);

        for (const [by, key] of Object.entries(keys)) {
          expect(await shownSums(client, by)).toEqual(await plainSums(app.owner, key));
        }
        const [template, other] = company.templates;
        expect(
          await shownSums(
            client,
            "salesperson",
            `&dateFrom=2026-01-31&dateTo=2026-11-22&interactionTemplateCode=${template}`,
          ),
        ).toEqual(
          await plainSums(
            app.owner,
            keys.salesperson,
            `e.happened_at >= '2026-01-31' and e.happened_at < '2026-11-23' and t.code = '${template}'`,
          ),
        );
        expect(
          await shownSums(client, "month", `&evaluation=positive&interactionTemplateCode=${other}`),
        ).toEqual(
          await plainSums(app.owner, keys.month, `e.evaluation = 'positive' and t.code = '${other}'`),
        );
      }),
      { numRuns: 30, interruptAfterTimeLimit: 20_000 },
    );

    await refreshSums(app.db);
    expect(await app.db.selectFrom("interaction_changed_days").selectAll().execute()).toEqual([]);
    expect(await shownSums(client, "template")).toEqual(await plainSums(app.owner, keys.template));
  });

  test("while interactions are recorded, canceled and refreshed side by side", async ({ app }) => {
    const client = await app.as("admin");
    const company = await givenCompany(app);
    const record = (index: number) =>
      client.post("/interactions", {
        contactNo: company.contactNo,
        interactionTemplateCode: company.templates[index % 2],
        salespersonCode: company.salespeople[0],
        date: days[index % days.length],
      });
    let isOver = false;

    const work = async (first: number) => {
      for (let index = first; index < first + 25; index += 1) {
        const { entryNo } = (await record(index)).body;
        if (index % 3 === 0) await client.post(`/interaction-log-entries/${entryNo}/cancel`, {});
      }
    };
    const refreshing = (async () => {
      while (!isOver) await refreshSums(app.db);
    })();
    await Promise.all([work(0), work(1), work(2), work(3)]);
    isOver = true;
    await refreshing;

    expect(await shownSums(client, "day")).toEqual(await plainSums(app.owner, keys.day));
    await refreshSums(app.db);
    expect(await shownSums(client, "day")).toEqual(await plainSums(app.owner, keys.day));
  });

  test("two refreshments at once leave them whole", async ({ app }) => {
    const client = await app.as("admin");
    const company = await givenCompany(app);
    for (const date of days) {
      await client.post("/interactions", {
        contactNo: company.contactNo,
        interactionTemplateCode: company.templates[0],
        salespersonCode: company.salespeople[0],
        date,
      });
    }

    await Promise.allSettled([refreshSums(app.db), refreshSums(app.db), refreshSums(app.db)]);
    expect(await shownSums(client, "day")).toEqual(await plainSums(app.owner, keys.day));

    await refreshSums(app.db);
    expect(await shownSums(client, "day")).toEqual(await plainSums(app.owner, keys.day));
  });
});
