import { describe, expect } from "vitest";
import { type TestApp, type TestClient, test } from "#app/testing.ts";
import { givenSeriesFor } from "#numbering/testing.ts";
import { givenDefaultCycle } from "#opportunities/testing.ts";
import { givenIn, unique } from "./testing.ts";

type Item = Record<string, unknown> & { kind: string; date: string; description: string };

interface Scene {
  readonly user: TestClient;
  readonly company: string;
  readonly person: string;
  readonly salespersonId: number;
  entry(contactNo: string, date: string, more?: Record<string, unknown>): Promise<void>;
  task(contactNo: string, date: string, more?: Record<string, unknown>): Promise<string>;
  opportunity(contactNo: string, date: string, more?: Record<string, unknown>): Promise<string>;
  timeline(no: string, query?: string): Promise<Item[]>;
}

/** A company with a person, and ways to fill their timelines. */
async function scene(app: TestApp): Promise<Scene> {
  const given = givenIn(app.owner);
  const salesperson = await given.salesperson();
  const company = await given.contact({ salespersonId: salesperson.id });
  const person = await given.contact({
    type: "person",
    companyId: company.id,
    salespersonId: salesperson.id,
  });
  await givenSeriesFor(app, "taskNos", "TD0001");
  await givenSeriesFor(app, "opportunityNos", "OP0001");
  await givenDefaultCycle(app);
  const templateCode = unique("T");
  await (await app.as("crmAdmin")).post("/interaction-templates", {
    code: templateCode,
    interactionGroupCode: await given.group(),
    description: "Call",
  });
  const user = await app.as("crmUser");
  const create = async (path: string, body: Record<string, unknown>) => {
    const answer = await user.post(path, body);
    expect(answer.status, answer.text).toBe(201);
    return answer.body;
  };
  return {
    user,
    company: company.no,
    person: person.no,
    salespersonId: salesperson.id,
    async entry(contactNo, date, more = {}) {
      await create("/interactions", { contactNo, interactionTemplateCode: templateCode, date, ...more });
    },
    async task(contactNo, date, more = {}) {
      return (await create("/tasks", { contactNo, date, description: `Task ${date}`, ...more })).no;
    },
    async opportunity(contactNo, date, more = {}) {
      app.clock.now = new Date(`${date}T12:00:00Z`);
      const { no } = await create("/opportunities", { contactNo, description: `Deal ${date}`, ...more });
      app.clock.now = new Date("2026-11-23T12:00:00Z");
      return no;
    },
    async timeline(no, query = "") {
      const answer = await user.get(`/contacts/${no}/timeline?${query}`);
      expect(answer.status, answer.text).toBe(200);
      return answer.body.items;
    },
  };
}

const shown = (items: readonly Item[]) => items.map(({ kind, date }) => `${date} ${kind}`);

describe("a contact's timeline", () => {
  test("holds interactions, tasks and opportunities, newest first, of a company its people's too", async ({
    app,
  }) => {
    const { company, person, entry, task, opportunity, timeline } = await scene(app);
    await entry(person, "2026-11-20", { time: "08:00:00" });
    await entry(company, "2026-11-18");
    const taskNo = await task(person, "2026-11-27");
    await task(company, "2026-11-20");
    const opportunityNo = await opportunity(person, "2026-11-19");

    const all = await timeline(company);

    expect(shown(all)).toEqual([
      "2026-11-27 task",
      "2026-11-20 interaction",
      "2026-11-20 task",
      "2026-11-19 opportunity",
      "2026-11-18 interaction",
    ]);
    expect(all[0]).toMatchObject({
      no: taskNo,
      contactNo: person,
      contactCompanyNo: company,
      status: "notStarted",
    });
    expect(all[3]).toMatchObject({ no: opportunityNo, creationDate: "2026-11-19", formerContactNo: null });
    expect(shown(await timeline(person))).toEqual([
      "2026-11-27 task",
      "2026-11-20 interaction",
      "2026-11-19 opportunity",
    ]);
    expect(shown(await timeline(company, "sort=date"))).toEqual(shown(all).toReversed());
  });

  test("is read page by page, each thing once, also where days and kinds meet", async ({ app }) => {
    const { company, person, entry, task, opportunity, user } = await scene(app);
    for (const date of ["2026-11-02", "2026-11-03"]) {
      for (const contactNo of [company, person, company]) {
        await entry(contactNo, date, { time: "00:00:00" });
        await task(contactNo, date);
        await opportunity(contactNo, date);
      }
    }

    for (const sort of ["-date", "date"]) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const { body } = await user.get(
          `/contacts/${company}/timeline?sort=${sort}&limit=4&count=true${cursor ? `&cursor=${cursor}` : ""}`,
        );
        expect(body.totalCount).toBe(18);
        seen.push(...body.items.map((item: Item) => `${item.date} ${item.kind} ${item.entryNo ?? item.no}`));
        cursor = body.nextCursor;
      } while (cursor !== null);
      expect(seen).toHaveLength(18);
      expect(new Set(seen).size).toBe(18);
      const days = seen.map((line) => line.slice(0, 10));
      expect(days).toEqual(sort === "date" ? days.toSorted() : days.toSorted().toReversed());
    }
  });

  test("is narrowed to kinds, and by what each kind has", async ({ app }) => {
    const { company, person, entry, task, opportunity, timeline } = await scene(app);
    await entry(person, "2026-11-10", { description: "Tarjous kuunliljoista", evaluation: "positive" });
    await task(person, "2026-11-11", { description: "Kuunliljat takaisin" });
    await opportunity(company, "2026-11-12", { description: "Pionit" });

    expect(shown(await timeline(company, "kind=task,opportunity"))).toEqual([
      "2026-11-12 opportunity",
      "2026-11-11 task",
    ]);
    expect(shown(await timeline(company, "kind=interaction"))).toEqual(["2026-11-10 interaction"]);
    expect(shown(await timeline(company, "search=kuunlilja"))).toEqual([
      "2026-11-11 task",
      "2026-11-10 interaction",
    ]);
    expect(shown(await timeline(company, "evaluation=positive"))).toEqual(["2026-11-10 interaction"]);
    expect(await timeline(company, "kind=task&evaluation=positive")).toEqual([]);
    expect(shown(await timeline(company, `contactNo=${company}`))).toEqual(["2026-11-12 opportunity"]);
    expect(shown(await timeline(company, "dateFrom=2026-11-11&dateTo=2026-11-11"))).toEqual([
      "2026-11-11 task",
    ]);
    expect(await timeline(company, "salespersonCode=NOBODY")).toEqual([]);
  });

  test("shows nobody what they may not read", async ({ app }) => {
    const { company, entry, task, opportunity } = await scene(app);
    await entry(company, "2026-11-10");
    await task(company, "2026-11-11");
    await opportunity(company, "2026-11-12");
    const narrow = await app.as("crmUser", ["interactions.read", "opportunities.read"]);

    const { items } = (await narrow.get(`/contacts/${company}/timeline`)).body;
    const asked = await narrow.get(`/contacts/${company}/timeline?kind=task`);

    expect(shown(items)).toEqual(["2026-11-12 opportunity", "2026-11-10 interaction"]);
    expect([asked.status, asked.body.code]).toEqual([403, "forbidden"]);
    const withoutLog = await app.as("crmUser", ["tasks.read"]);
    expect((await withoutLog.get(`/contacts/${company}/timeline`)).status).toBe(403);
  });

  test("CON-043 of a person who moved keeps tasks and opportunities that stayed with the former company", async ({
    app,
  }) => {
    const { company, person, salespersonId, entry, task, opportunity, timeline, user } = await scene(app);
    const next = await givenIn(app.owner).contact({ salespersonId });
    await entry(person, "2026-11-10");
    const taskNo = await task(person, "2026-11-11");
    const opportunityNo = await opportunity(person, "2026-11-12");

    const moved = await user.patch(`/contacts/${person}`, { companyNo: next.no });
    expect(moved.status, moved.text).toBe(200);
    await task(person, "2026-11-13");

    const own = await timeline(person);
    expect(own.map(({ date, contactNo, formerContactNo }) => [date, contactNo, formerContactNo])).toEqual([
      ["2026-11-13", person, null],
      ["2026-11-12", company, person],
      ["2026-11-11", company, person],
      ["2026-11-10", company, person],
    ]);
    expect(shown(await timeline(next.no))).toEqual(["2026-11-13 task"]);
    expect(await timeline(company)).toHaveLength(3);
    expect((await user.get(`/tasks/${taskNo}`)).body.formerContactNo).toBe(person);
    expect((await user.get(`/opportunities/${opportunityNo}`)).body.formerContactNo).toBe(person);

    await user.patch(`/tasks/${taskNo}`, { contactNo: next.no });
    expect((await user.get(`/tasks/${taskNo}`)).body.formerContactNo).toBeNull();
    const admin = await app.as("crmAdmin");
    await user.patch(`/tasks/${(own[0] as Item).no}`, { closed: true });
    expect((await admin.delete(`/contacts/${person}`)).status).toBe(204);
    expect((await user.get(`/opportunities/${opportunityNo}`)).body).toMatchObject({
      contactNo: company,
      formerContactNo: null,
    });
  });
});
