import { sql } from "kysely";
import { describe, expect } from "vitest";
import { type TestAnswer, type TestApp, type TestClient, test } from "#app/testing.ts";
import { given, unique } from "../testing.ts";
import { danglingIn } from "./testing.ts";

type GivenContact = Awaited<ReturnType<typeof given.contact>>;

interface Scene {
  readonly admin: TestClient;
  readonly survivor: GivenContact;
  readonly duplicate: GivenContact;
  /** A third contact of the same type. */
  readonly third: GivenContact;
  /** A task of the duplicate, and an interaction that was logged of it. */
  readonly taskNo: string;
  readonly entryNo: number;
}

async function aScene(app: TestApp, type: "company" | "person"): Promise<Scene> {
  const admin = await app.as("crmAdmin");
  await given.codes(app, "salespeople", "AH");
  await sql`insert into interaction_groups (code) values ('G') on conflict do nothing`.execute(app.db);
  await sql`
    insert into interaction_templates (code, description, group_id) select 'CALL', 'Puhelu', id from interaction_groups where code = 'G'
        on conflict do nothing`.execute(app.db);
  const company = await given.contact(app);
  const one = (number: number) =>
    given.contact(app, {
      type,
      name: `Kilpa ${number}`,
      ...(type === "person" && { companyNo: company.no }),
    });
  // Ids in either order: whom the lock order names first.
  const contacts = [await one(1), await one(2), await one(3)];
  const [survivor, duplicate, third] = contacts as [GivenContact, GivenContact, GivenContact];
  const taskNo = unique("TK");
  await admin.post("/tasks", {
    no: taskNo,
    description: "Soita",
    contactNo: duplicate.no,
    salespersonCode: "AH",
  });
  await admin.patch(`/tasks/${taskNo}`, { status: "completed" });
  const companyId = type === "company" ? duplicate.id : company.id;
  const entryNo = await given.entry(app, { contact_id: duplicate.id, company_id: companyId });
  return { admin, survivor, duplicate, third, taskNo, entryNo };
}

const merge = ({ admin, survivor, duplicate }: Scene) =>
  admin.post(`/contacts/${survivor.no}/merge`, { duplicateNo: duplicate.no, confirm: true });

interface Rival {
  readonly name: string;
  readonly types: readonly ("company" | "person")[];
  readonly act: (scene: Scene) => Promise<TestAnswer>;
  /** Statuses of the rival, when it is first and when the merge is. */
  readonly first: readonly number[];
  readonly second: readonly number[];
  /** Whom it waits for, if somebody holds it: both queue up there. */
  readonly holds: readonly ("duplicate" | "survivor")[];
}

const both = ["company", "person"] as const;

/** What somebody else does at the same moment. */
const rivals: readonly Rival[] = [
  {
    name: "an interaction is logged on the duplicate",
    types: both,
    act: ({ admin, duplicate }) =>
      admin.post("/interactions", {
        contactNo: duplicate.no,
        interactionTemplateCode: "CALL",
        salespersonCode: "AH",
      }),
    first: [201],
    second: [201],
    holds: ["duplicate"],
  },
  {
    name: "an interaction is logged on the survivor",
    types: both,
    act: ({ admin, survivor }) =>
      admin.post("/interactions", {
        contactNo: survivor.no,
        interactionTemplateCode: "CALL",
        salespersonCode: "AH",
      }),
    first: [201],
    second: [201],
    holds: ["survivor"],
  },
  {
    name: "interactions are logged on both in one batch",
    types: both,
    act: ({ admin, survivor, duplicate }) =>
      admin.post("/interactions/batch", {
        atomic: true,
        items: [duplicate, survivor].map(({ no }) => ({
          contactNo: no,
          interactionTemplateCode: "CALL",
          salespersonCode: "AH",
        })),
      }),
    first: [200, 201],
    second: [200, 201],
    holds: ["duplicate", "survivor"],
  },
  {
    name: "a task is created for the duplicate",
    types: both,
    act: ({ admin, duplicate }) =>
      admin.post("/tasks", {
        no: unique("TK"),
        description: "Soita",
        contactNo: duplicate.no,
        salespersonCode: "AH",
      }),
    first: [201],
    second: [201],
    holds: ["duplicate"],
  },
  {
    name: "a task of the duplicate is given to the survivor",
    types: both,
    act: ({ admin, survivor, taskNo }) => admin.patch(`/tasks/${taskNo}`, { contactNo: survivor.no }),
    first: [200],
    second: [200],
    holds: ["survivor"],
  },
  {
    name: "the duplicate is changed",
    types: both,
    act: ({ admin, duplicate }) => admin.patch(`/contacts/${duplicate.no}`, { city: "Vaasa" }),
    first: [200],
    second: [404],
    holds: ["duplicate"],
  },
  {
    name: "the duplicate is commented",
    types: both,
    act: ({ admin, duplicate }) => admin.post(`/contacts/${duplicate.no}/comments`, { text: "Huomio" }),
    first: [201],
    second: [201],
    holds: ["duplicate"],
  },
  {
    name: "the duplicate is deleted",
    types: both,
    act: ({ admin, duplicate }) => admin.delete(`/contacts/${duplicate.no}`),
    first: [204],
    second: [404],
    holds: ["duplicate"],
  },
  {
    name: "the survivor is deleted",
    types: both,
    act: ({ admin, survivor }) => admin.delete(`/contacts/${survivor.no}`),
    first: [204],
    second: [204],
    holds: ["survivor"],
  },
  {
    name: "a person joins the duplicate",
    types: ["company"],
    act: ({ admin, duplicate }) =>
      admin.post("/contacts", {
        no: unique("P"),
        type: "person",
        name: "Aino Salo",
        companyNo: duplicate.no,
      }),
    first: [201],
    second: [201, 422],
    holds: ["duplicate"],
  },
  {
    name: "the duplicate leaves its company",
    types: ["person"],
    act: ({ admin, duplicate }) => admin.patch(`/contacts/${duplicate.no}`, { companyNo: null }),
    first: [200],
    second: [404],
    holds: ["duplicate"],
  },
  {
    name: "the survivor is merged into the duplicate",
    types: both,
    act: ({ admin, survivor, duplicate }) =>
      admin.post(`/contacts/${duplicate.no}/merge`, { duplicateNo: survivor.no, confirm: true }),
    first: [200],
    second: [404],
    holds: ["duplicate", "survivor"],
  },
  {
    name: "the duplicate is merged into a third contact",
    types: both,
    act: ({ admin, duplicate, third }) =>
      admin.post(`/contacts/${third.no}/merge`, { duplicateNo: duplicate.no, confirm: true }),
    first: [200],
    second: [404],
    holds: ["duplicate"],
  },
  {
    name: "the third contact is merged into the duplicate",
    types: both,
    act: ({ admin, duplicate, third }) =>
      admin.post(`/contacts/${duplicate.no}/merge`, { duplicateNo: third.no, confirm: true }),
    first: [200],
    second: [404],
    holds: ["duplicate"],
  },
  {
    name: "the survivor is merged into a third contact",
    types: both,
    act: ({ admin, survivor, third }) =>
      admin.post(`/contacts/${third.no}/merge`, { duplicateNo: survivor.no, confirm: true }),
    first: [200],
    second: [200],
    holds: ["survivor"],
  },
  {
    name: "the same merge is asked for twice",
    types: both,
    act: merge,
    first: [200],
    second: [404],
    holds: ["duplicate", "survivor"],
  },
];

/** Waits until so many statements of the test wait for a row. */
async function untilWaiting({ owner }: TestApp, count: number): Promise<void> {
  for (let turns = 0; turns < 500; turns++) {
    const { rows } = await sql<{ waiting: number }>`
      select count(*) as waiting from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`.execute(owner);
    if (rows[0]!.waiting >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`fewer than ${count} statements wait`);
}

/** Runs both while somebody holds the contact: they queue up for it in this order, and then run. */
async function inTurn(
  app: TestApp,
  heldId: number,
  first: () => Promise<TestAnswer>,
  second: () => Promise<TestAnswer>,
): Promise<readonly [TestAnswer, TestAnswer]> {
  const holder = await app.db.startTransaction().execute();
  const running: Promise<TestAnswer>[] = [];
  try {
    await sql`select from contacts where id = ${heldId} for update`.execute(holder);
    for (const act of [first, second]) {
      running.push(act());
      await untilWaiting(app, running.length);
    }
  } finally {
    await holder.rollback().execute();
  }
  const [one, two] = await Promise.all(running);
  return [one!, two!];
}

describe("merging while", () => {
  for (const rival of rivals)
    for (const type of rival.types)
      for (const held of rival.holds)
        test(`${rival.name}: nothing is lost (${type}, ${held} held)`, async ({ app }) => {
          const before = await aScene(app, type);
          const [acted, merged] = await inTurn(
            app,
            before[held].id,
            () => rival.act(before),
            () => merge(before),
          );
          expect(rival.first, acted.text).toContain(acted.status);
          expect([200, 404, 409], merged.text).toContain(merged.status);
          expect(merged.body.code, merged.text).not.toBe("concurrent_change");

          const after = await aScene(app, type);
          const [mergedFirst, actedThen] = await inTurn(
            app,
            after[held].id,
            () => merge(after),
            () => rival.act(after),
          );
          expect(mergedFirst.status, mergedFirst.text).toBe(200);
          expect(rival.second, actedThen.text).toContain(actedThen.status);

          expect(await danglingIn(app.db)).toEqual([]);
          const { rows } = await sql`
            select from interaction_log_entries where entry_no in (${before.entryNo}, ${after.entryNo})`.execute(
            app.db,
          );
          expect(rows).toHaveLength(2);
        });

  test("what is logged meanwhile is the survivor's, however many do it at once", async ({ app }) => {
    const scene = await aScene(app, "company");
    const { admin, survivor, duplicate } = scene;
    const log = () =>
      admin.post("/interactions", {
        contactNo: duplicate.no,
        interactionTemplateCode: "CALL",
        salespersonCode: "AH",
      });

    const answers = await Promise.all([
      ...Array.from({ length: 8 }, log),
      merge(scene),
      ...Array.from({ length: 8 }, log),
    ]);

    expect(answers.filter(({ status }) => status >= 300).map(({ text }) => text)).toEqual([]);
    const { items } = (await admin.get(`/interaction-log-entries?contactNo=${survivor.no}&limit=50`)).body;
    expect(items).toHaveLength(17);
    expect(await danglingIn(app.db)).toEqual([]);
  });
});
