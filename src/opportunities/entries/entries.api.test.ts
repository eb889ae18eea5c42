import { sql } from "kysely";
import { beforeEach, describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { givenIn } from "#interactions/testing.ts";
import { givenSeriesFor } from "#numbering/testing.ts";
import { bringTo, givenCloseCodes, givenCycle } from "../testing.ts";

beforeEach(async ({ app }: { app: TestApp }) => {
  await givenSeriesFor(app, "opportunityNos", "OP0001");
});

async function givenOpportunity(app: TestApp, salesCycleCode: string, more: Record<string, unknown> = {}) {
  const given = givenIn(app.owner);
  const user = await app.as("crmUser");
  const [contact, salesperson] = [await given.contact(), await given.salesperson()];
  const answer = await user.post("/opportunities", {
    description: "Pods",
    contactNo: contact.no,
    salespersonCode: salesperson.code,
    salesCycleCode,
    ...more,
  });
  expect(answer.status, answer.text).toBe(201);
  const { no, version } = answer.body as { no: string; version: number };
  return { no, version, user, contact, salesperson, path: `/opportunities/${no}` };
}

const codesOf = (body: { errors: { path: string; code: string }[] }) =>
  body.errors.map(({ path, code }) => `${path} ${code}`);

describe("starting", () => {
  test("O-2 creating with the first stage needs its three values", async ({ app }) => {
    const salesCycleCode = await givenCycle(app);
    const { user, contact, salesperson } = await givenOpportunity(app, salesCycleCode);
    const body = {
      description: "Desks",
      contactNo: contact.no,
      salespersonCode: salesperson.code,
      salesCycleCode,
      activateFirstStage: true,
    };

    const missing = await user.post("/opportunities", body);
    const early = await user.post("/opportunities", {
      ...body,
      estimatedValue: 0,
      chancesOfSuccess: 0,
      estimatedCloseDate: "2026-11-22",
    });
    const started = await user.post("/opportunities", {
      ...body,
      estimatedValue: 1_000,
      chancesOfSuccess: 60,
      estimatedCloseDate: "2026-12-24",
    });

    expect([missing.status, codesOf(missing.body)]).toEqual([
      422,
      [
        "estimatedValue value_not_positive",
        "chancesOfSuccess value_not_positive",
        "estimatedCloseDate estimated_close_date_required",
      ],
    ]);
    expect(codesOf(early.body)).toEqual([
      "estimatedValue value_not_positive",
      "chancesOfSuccess value_not_positive",
      "estimatedCloseDate close_date_too_early",
    ]);
    expect(started.body).toMatchObject({
      status: "inProgress",
      currentStage: 1,
      currentStageDescription: "Stage 1",
      estimatedValue: 1_000,
      chancesOfSuccess: 60,
      completed: 50,
      probability: 30,
      calcdCurrentValue: 300,
      estimatedCloseDate: "2026-12-24",
    });
  });

  test.for([
    ["COT-021", "multiply", 24, 240],
    ["COT-022", "add", 50, 500],
    ["COT-023", "chancesOfSuccess", 60, 600],
    ["O-12", "completed", 40, 400],
  ] as const)(
    "%s COT-024 %s: First shows the stage with value, probability and chances",
    async ([, calculation, probability, calcdCurrentValue], { app }) => {
      const cycle = await givenCycle(
        app,
        [{ completed: 40, chancesOfSuccess: 60, dateFormula: "1M" }],
        calculation,
      );
      const { user, path } = await givenOpportunity(app, cycle);

      const before = await user.get(`${path}/moves`);
      const { body } = await user.post(`${path}/activate-first-stage`, { estimatedValue: 1_000 });

      expect(before.body.moves).toMatchObject([
        {
          actionType: "first",
          isDefault: true,
          preselectedStage: 1,
          stages: [{ stage: 1, chancesOfSuccess: 60, estimatedCloseDate: "2026-12-23" }],
        },
      ]);
      expect(body).toMatchObject({
        status: "inProgress",
        currentStage: 1,
        estimatedValue: 1_000,
        chancesOfSuccess: 60,
        probability,
        calcdCurrentValue,
        estimatedCloseDate: "2026-12-23",
      });
    },
  );

  test("COT-046 O-6 only of a cycle with stages, and only once", async ({ app }) => {
    const empty = await givenOpportunity(app, await givenCycle(app, []));
    const full = await givenOpportunity(app, await givenCycle(app));

    const none = await empty.user.post(`${empty.path}/activate-first-stage`, { estimatedValue: 1 });
    const valueless = await full.user.post(`${full.path}/activate-first-stage`, {});
    const started = await full.user.post(`${full.path}/activate-first-stage`, { estimatedValue: 1 });
    const again = await full.user.post(`${full.path}/activate-first-stage`, { estimatedValue: 1 });

    expect([none.status, none.body.code]).toEqual([409, "cycle_without_stages"]);
    expect([valueless.status, codesOf(valueless.body)]).toEqual([422, ["estimatedValue value_not_positive"]]);
    expect(started.body.status).toBe("inProgress");
    expect([again.status, again.body.code]).toEqual([409, "stage_not_available"]);
  });
});

describe("moving", () => {
  test("COT-027 Next of one that was not started is not available", async ({ app }) => {
    const { user, path } = await givenOpportunity(app, await givenCycle(app, [{}, {}]));

    const answer = await user.post(`${path}/update`, { actionType: "next", estimatedValue: 1 });

    expect([answer.status, answer.body.code]).toEqual([409, "stage_not_available"]);
    expect((await user.get(`${path}/entries`)).body.items).toEqual([]);
  });

  test("COT-028 COT-052 First and Next make history, named as the stages were then", async ({ app }) => {
    const long = "x".repeat(100);
    const cycle = await givenCycle(app, [{ description: long }, { chancesOfSuccess: 70 }]);
    const { user, path } = await givenOpportunity(app, cycle, { creationDate: "2026-11-20" });
    await user.post(`${path}/update`, { dateOfChange: "2026-11-20", estimatedValue: 1_000 });

    const moved = await user.post(`${path}/update`, {});

    expect(moved.body).toMatchObject({ currentStage: 2, chancesOfSuccess: 70, estimatedValue: 1_000 });
    const { items } = (await user.get(`${path}/entries`)).body;
    expect(items).toMatchObject([
      {
        active: true,
        stage: 2,
        previousStage: 1,
        actionTaken: "next",
        daysOpen: null,
        dateOfChange: "2026-11-23",
      },
      {
        active: false,
        stage: 1,
        previousStage: null,
        actionTaken: null,
        daysOpen: 3,
        stageDescription: long,
      },
    ]);
  });

  test("COT-029 COT-030 skipping and jumping lead where they may", async ({ app }) => {
    const cycle = await givenCycle(app, [{}, { allowSkip: true }, { allowSkip: true }, {}]);
    const { user, path } = await givenOpportunity(app, cycle);
    await user.post(`${path}/update`, { estimatedValue: 1_000 });
    const offered = async () => (await user.get(`${path}/moves`)).body.moves;
    const stagesOf = (moves: { actionType: string; stages: { stage: number }[] }[], type: string) =>
      moves.find(({ actionType }) => actionType === type)?.stages.map(({ stage }) => stage);

    expect(stagesOf(await offered(), "skip")).toEqual([2, 3, 4]);
    await user.post(`${path}/update`, { actionType: "skip", stage: 4 });
    const back = await offered();
    await user.post(`${path}/update`, { actionType: "jump", stage: 2 });

    expect(stagesOf(back, "jump")).toEqual([1, 2, 3]);
    expect(
      back.find(({ actionType }: { actionType: string }) => actionType === "jump").preselectedStage,
    ).toBe(3);
    const { items } = (await user.get(`${path}/entries`)).body;
    expect(items.map(({ stage, actionTaken }: Record<string, unknown>) => [stage, actionTaken])).toEqual([
      [2, "jumped"],
      [4, "jumped"],
      [1, null],
    ]);
  });

  test("COT-031 a stage that takes a quote is not reached without one", async ({ app }) => {
    const { user, path } = await givenOpportunity(app, await givenCycle(app, [{}, { quoteRequired: true }]));
    await user.post(`${path}/update`, { estimatedValue: 1_000 });

    const answer = await user.post(`${path}/update`, { actionType: "next" });

    expect([answer.status, answer.body.code]).toEqual([409, "quote_required"]);
    expect((await user.get(path)).body.currentStage).toBe(1);
  });

  test("COT-032 values of 0 and days that are too early are refused, and nothing changes", async ({
    app,
  }) => {
    const { user, path } = await givenOpportunity(app, await givenCycle(app, [{}, {}]));
    await user.post(`${path}/update`, { estimatedValue: 1_000 });
    const refusalOf = async (body: object) => codesOf((await user.post(`${path}/update`, body)).body);

    expect(await refusalOf({ estimatedValue: 0 })).toEqual(["estimatedValue value_not_positive"]);
    expect(await refusalOf({ chancesOfSuccess: 0 })).toEqual(["chancesOfSuccess value_not_positive"]);
    expect(await refusalOf({ estimatedCloseDate: "2026-11-22" })).toEqual([
      "estimatedCloseDate close_date_too_early",
    ]);
    expect(await refusalOf({ dateOfChange: "2026-11-22" })).toContain("dateOfChange change_date_too_early");
    expect(await refusalOf({ dateOfChange: null })).toContain("dateOfChange date_of_change_required");
    expect((await user.get(`${path}/entries`)).body.items).toHaveLength(1);
  });

  test("COT-033 a jump takes the chances of its stage", async ({ app }) => {
    const cycle = await givenCycle(app, [{ chancesOfSuccess: 70 }, {}, {}]);
    const { user, path } = await givenOpportunity(app, cycle);
    for (const body of [{ estimatedValue: 1_000 }, {}, {}]) await user.post(`${path}/update`, body);

    const { body } = await user.post(`${path}/update`, {
      actionType: "jump",
      stage: 1,
      chancesOfSuccess: 30,
    });

    expect(body).toMatchObject({ currentStage: 1, chancesOfSuccess: 70 });
  });

  test("COT-034 each move proposes the chances of its stage", async ({ app }) => {
    const cycle = await givenCycle(app, [{ chancesOfSuccess: 20 }, { chancesOfSuccess: 50 }]);
    const { user, path } = await givenOpportunity(app, cycle);
    await user.post(`${path}/update`, { estimatedValue: 1_000 });

    const { moves } = (await user.get(`${path}/moves`)).body;

    const chances = (type: string) =>
      moves.find(({ actionType }: { actionType: string }) => actionType === type).stages[0].chancesOfSuccess;
    expect([chances("next"), chances("update")]).toEqual([50, 20]);
  });

  test("of two who move it at once one wins, and one entry is active", async ({ app }) => {
    const { user, path, no } = await givenOpportunity(app, await givenCycle(app, [{}, {}, {}]));
    await bringTo(app, no, "inProgress");
    const { version } = (await user.get(path)).body;
    const ifMatch = { "if-match": `"${version}"` };

    const guarded = await Promise.all([
      user.post(`${path}/update`, { actionType: "next" }, ifMatch),
      user.post(`${path}/update`, { actionType: "next" }, ifMatch),
    ]);
    const named = await Promise.all(
      [1, 2, 3].map(() => user.post(`${path}/update`, { actionType: "next", stage: 3 })),
    );

    expect(guarded.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(named.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const { items } = (await user.get(`${path}/entries`)).body;
    expect(items).toHaveLength(3);
    expect(items.filter(({ active }: { active: boolean }) => active)).toMatchObject([{ stage: 3 }]);
  });
});

describe("closing", () => {
  test("COT-057 needs a code of its kind, and of what is won what it was sold for", async ({ app }) => {
    const { user, path } = await givenOpportunity(app, await givenCycle(app));
    await givenCloseCodes(app);
    const refusalOf = async (body: object) => codesOf((await user.post(`${path}/close`, body)).body);

    expect(await refusalOf({})).toEqual([
      "status status_required",
      "closeOpportunityCode close_opportunity_code_required",
    ]);
    expect(await refusalOf({ status: "won", sales: 5 })).toEqual([
      "closeOpportunityCode close_opportunity_code_required",
    ]);
    expect(await refusalOf({ status: "won", closeOpportunityCode: "won", sales: 0 })).toEqual([
      "sales value_not_positive",
    ]);
    expect(await refusalOf({ status: "won", closeOpportunityCode: "LOST", sales: 5 })).toEqual([
      "closeOpportunityCode close_opportunity_code_type",
    ]);
    expect(await refusalOf({ status: "lost", closeOpportunityCode: "NONE" })).toEqual([
      "closeOpportunityCode not_found",
    ]);
    expect(await refusalOf({ status: "lost", closeOpportunityCode: "LOST", closingDate: null })).toEqual([
      "closingDate closing_date_required",
    ]);
    expect((await user.get(path)).body.status).toBe("notStarted");
  });

  test("O-15 won is worth what it was sold for; nothing moves it any more until it is opened again", async ({
    app,
  }) => {
    const { user, path, no } = await givenOpportunity(app, await givenCycle(app, [{}, {}]));
    await bringTo(app, no, "inProgress", 1_000);
    await user.post(`${path}/update`, {});
    await givenCloseCodes(app);

    const won = await user.post(`${path}/close`, {
      status: "won",
      closeOpportunityCode: "WON",
      closingDate: "2026-11-30",
      sales: 900.5,
    });
    const moved = await user.post(`${path}/update`, {});
    const again = await user.post(`${path}/close`, { status: "lost", closeOpportunityCode: "LOST" });
    const offered = await user.get(`${path}/moves`);

    expect(won.body).toMatchObject({
      status: "won",
      closed: true,
      dateClosed: "2026-11-30",
      currentStage: null,
      estimatedValue: 1_000,
      calcdCurrentValue: 900.5,
      completed: 100,
      chancesOfSuccess: 100,
      probability: 100,
      estimatedCloseDate: "2026-11-30",
      closeOpportunityCode: "WON",
    });
    expect([moved.body.code, again.body.code]).toEqual(["opportunity_closed", "opportunity_closed"]);
    expect(offered.body.moves).toEqual([]);

    const reopened = await user.post(`${path}/reopen`);
    expect(reopened.body).toMatchObject({
      status: "inProgress",
      dateClosed: null,
      currentStage: 2,
      estimatedValue: 1_000,
      calcdCurrentValue: 200,
    });
    const { items } = (await user.get(`${path}/entries`)).body;
    expect(
      items.map(({ active, stage, daysOpen }: Record<string, unknown>) => [active, stage, daysOpen]),
    ).toEqual([
      [true, 2, null],
      [false, null, 0],
      [false, 2, 7],
      [false, 1, 0],
    ]);
    expect((await user.post(`${path}/reopen`)).body.code).toBe("opportunity_not_closed");
  });

  test("COT-025 S-4 a code is created, becomes one for losing, counts, and goes once nothing uses it", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const { user, path } = await givenOpportunity(app, await givenCycle(app));
    const created = await admin.post("/close-opportunity-codes", { code: "PRICE", description: "Price" });

    const changed = await admin.patch("/close-opportunity-codes/PRICE", { type: "lost" });
    const lost = await user.post(`${path}/close`, { status: "lost", closeOpportunityCode: "PRICE" });
    const used = await admin.get("/close-opportunity-codes/PRICE");
    const refused = await admin.delete("/close-opportunity-codes/PRICE");
    await user.delete(path);

    expect([created.body.type, changed.body.type]).toEqual(["won", "lost"]);
    expect(lost.body).toMatchObject({ status: "lost", calcdCurrentValue: 0, completed: 100, probability: 0 });
    expect(used.body.noOfOpportunities).toBe(1);
    expect([refused.status, refused.body.code]).toEqual([409, "setup_in_use"]);
    expect((await admin.delete("/close-opportunity-codes/PRICE")).status).toBe(204);
  });
});

describe("what follows the opportunity", () => {
  test("O-9 its active entry has its contact and salesperson; O-1 its cycle stays", async ({ app }) => {
    const given = givenIn(app.owner);
    const cycle = await givenCycle(app, [{}, {}]);
    const { user, path, no, contact } = await givenOpportunity(app, cycle);
    await bringTo(app, no, "inProgress");
    await user.post(`${path}/update`, {});
    const person = await given.contact({ type: "person", companyId: contact.id });
    const other = await given.salesperson();

    await user.patch(path, { contactNo: person.no, salespersonCode: other.code });
    const fixed = await user.patch(path, { salesCycleCode: await givenCycle(app) });

    expect([fixed.status, fixed.body.code]).toEqual([409, "sales_cycle_fixed"]);
    const { items } = (await user.get(`${path}/entries`)).body;
    expect(items).toMatchObject([
      { contactNo: person.no, contactCompanyNo: contact.no, salespersonCode: other.code },
      { contactNo: contact.no },
    ]);
  });

  test("CON-043 entries stay with the company that a person leaves, and pass to it when the person goes", async ({
    app,
  }) => {
    const given = givenIn(app.owner);
    const admin = await app.as("crmAdmin");
    const cycle = await givenCycle(app);
    const [left, joined] = [await given.contact(), await given.contact()];
    const mover = await given.contact({ type: "person", companyId: left.id });
    const leaver = await given.contact({ type: "person", companyId: left.id });
    const open = await givenOpportunity(app, cycle, { contactNo: mover.no });
    const done = await givenOpportunity(app, cycle, { contactNo: leaver.no });
    await bringTo(app, open.no, "inProgress");
    await bringTo(app, done.no, "lost");

    await admin.patch(`/contacts/${mover.no}`, { companyNo: joined.no });
    const gone = await admin.delete(`/contacts/${leaver.no}`);

    expect(gone.status, gone.text).toBe(204);
    for (const { path } of [open, done])
      for (const entry of (await admin.get(`${path}/entries`)).body.items)
        expect(entry).toMatchObject({ contactNo: left.no, contactCompanyNo: left.no });
    expect((await admin.get(`/contacts/${left.no}/statistics`)).body).toMatchObject({
      noOfOpportunities: 2,
      estimatedValue: 2_000,
      openOpportunities: { noOfOpportunities: 1, estimatedValue: 1_000 },
    });
  });

  test("COT-044 opportunity, contact, salesperson, cycle and stage show 1 / 500 / 100", async ({ app }) => {
    const cycle = await givenCycle(app);
    const { user, path, no, contact, salesperson } = await givenOpportunity(app, cycle);
    await bringTo(app, no, "inProgress", 500);

    const shown = [path, `/contacts/${contact.no}/statistics`, `/salespeople/${salesperson.code}`];
    for (const address of shown)
      expect((await user.get(address)).body, address).toMatchObject({
        estimatedValue: 500,
        calcdCurrentValue: 100,
      });
    const figures = { noOfOpportunities: 1, estimatedValue: 500, calcdCurrentValue: 100 };
    expect((await user.get(`/salespeople/${salesperson.code}`)).body).toMatchObject({
      ...figures,
      openOpportunities: figures,
    });
    expect((await user.get(`/sales-cycles/${cycle}/statistics`)).body).toMatchObject({
      ...figures,
      stages: [{ stage: 1, ...figures, averageNoOfDays: 0 }],
    });
    expect(
      (await user.get(`/sales-cycles/${cycle}/statistics?estimatedCloseDateTo=2026-11-22`)).body,
    ).toMatchObject({
      noOfOpportunities: 0,
      stages: [{ noOfOpportunities: 0 }],
    });
  });

  test("COT-099 S-3 stages tell what stands on them and how long it took to go on", async ({ app }) => {
    const cycle = await givenCycle(app, [{}, {}]);
    const dates = { creationDate: "2026-11-20" };
    const [stays, goes] = [
      await givenOpportunity(app, cycle, dates),
      await givenOpportunity(app, cycle, dates),
    ];
    for (const { user, path } of [stays, goes])
      await user.post(`${path}/update`, { estimatedValue: 100, dateOfChange: "2026-11-20" });
    await goes.user.post(`${goes.path}/update`, {});

    const { body } = await goes.user.get(`/sales-cycles/${cycle}/statistics`);

    expect(body).toMatchObject({
      noOfOpportunities: 2,
      estimatedValue: 200,
      stages: [
        { stage: 1, noOfOpportunities: 1, averageNoOfDays: 3 },
        { stage: 2, noOfOpportunities: 1, averageNoOfDays: 0 },
      ],
    });
  });

  test("lists are filtered and sorted by what opportunities are worth", async ({ app }) => {
    const cycle = await givenCycle(app, [{}, {}]);
    const nos: string[] = [];
    for (const value of [300, 100, 200]) {
      const { no, user, path } = await givenOpportunity(app, cycle);
      await bringTo(app, no, "inProgress", value);
      if (value === 200) await user.post(`${path}/update`, {});
      nos.push(no);
    }
    const fresh = await givenOpportunity(app, cycle);
    const listed = async (query: string) =>
      (await fresh.user.get(`/opportunities?salesCycleCode=${cycle}&${query}`)).body.items.map(
        ({ no }: { no: string }) => no,
      );

    expect(await listed("sort=-estimatedValue")).toEqual([nos[0], nos[2], nos[1], fresh.no]);
    expect(await listed("sort=estimatedCloseDate&limit=2")).toHaveLength(2);
    expect(await listed("sort=-currentStage&limit=1")).toEqual([nos[2]]);
    expect(await listed("estimatedValueFrom=150&estimatedValueTo=250")).toEqual([nos[2]]);
    expect(await listed("currentStage=2")).toEqual([nos[2]]);
    expect(await listed("probabilityFrom=21")).toEqual([]);
  });
});

describe("sales cycles", () => {
  test("S-2 a stage and a cycle stay while something open stands on them; what is closed outlives them", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const cycle = await givenCycle(app, [{}, {}]);
    const { no, path, user } = await givenOpportunity(app, cycle);
    await bringTo(app, no, "inProgress");

    const stage = await admin.delete(`/sales-cycles/${cycle}/stages/1`);
    const free = await admin.delete(`/sales-cycles/${cycle}/stages/2`);
    const whole = await admin.delete(`/sales-cycles/${cycle}`);
    await givenCloseCodes(app);
    await user.post(`${path}/close`, { status: "lost", closeOpportunityCode: "LOST" });
    const gone = await admin.delete(`/sales-cycles/${cycle}`);

    expect([stage.status, stage.body.code]).toEqual([409, "setup_in_use"]);
    expect(free.status).toBe(204);
    expect([whole.status, whole.body.code]).toEqual([409, "setup_in_use"]);
    expect(gone.status, gone.text).toBe(204);
    expect((await user.get(path)).body).toMatchObject({ status: "lost", salesCycleCode: null });
    expect((await user.get(`${path}/entries`)).body.items).toMatchObject([
      { stage: null },
      { stage: 1, stageDescription: "Stage 1" },
    ]);
  });

  test("S-2 O-3 a blocked cycle does not become the default; the default that is blocked later is not taken", async ({
    app,
  }) => {
    const admin = await app.as("crmAdmin");
    const [usual, blocked] = [await givenCycle(app), await givenCycle(app)];
    await admin.patch("/marketing-setup", { defaultSalesCycleCode: usual });
    await admin.patch(`/sales-cycles/${blocked}`, { blocked: true });

    const refused = await admin.patch("/marketing-setup", { defaultSalesCycleCode: blocked });
    await admin.patch(`/sales-cycles/${usual}`, { blocked: true });
    const unusual = await admin.patch("/marketing-setup", { searchHitPercent: 61 });

    expect([refused.status, codesOf(refused.body)]).toEqual([422, ["defaultSalesCycleCode setup_blocked"]]);
    expect(unusual.status, unusual.text).toBe(200);
    await admin.patch("/marketing-setup", { defaultSalesCycleCode: null });
  });

  test("S-1 stages are in their order, changed and checked", async ({ app }) => {
    const admin = await app.as("crmAdmin");
    const cycle = await givenCycle(app, []);
    const path = `/sales-cycles/${cycle}/stages`;
    for (const stage of [20, 10]) await admin.post(path, { stage, dateFormula: "1VI+2P" });

    const twice = await admin.post(path, { stage: 10 });
    const wrong = await admin.patch(`${path}/10`, { dateFormula: "soon" });
    const changed = await admin.patch(
      `${path}/10`,
      { completed: 12.5, allowSkip: true },
      { "if-match": '"1"' },
    );
    const stale = await admin.patch(`${path}/10`, { completed: 13 }, { "if-match": '"1"' });
    const much = await admin.patch(`${path}/10`, { completed: 101 });
    const none = await admin.post(path, { stage: 0 });

    const { items } = (await admin.get(path)).body;
    expect(items).toMatchObject([
      { stage: 10, dateFormula: "1W+2D", completed: 12.5, allowSkip: true, quoteRequired: false },
      { stage: 20 },
    ]);
    expect([twice.status, twice.body.code]).toEqual([409, "duplicate"]);
    expect([wrong.status, codesOf(wrong.body)]).toEqual([422, ["dateFormula invalid_date_formula"]]);
    expect([changed.status, stale.status, much.status, none.status]).toEqual([200, 412, 422, 422]);
  });
});

test("what entries said stays: the program may change only whose they are and which is active", async ({
  app,
}) => {
  const { no } = await givenOpportunity(app, await givenCycle(app));
  await bringTo(app, no, "inProgress");

  await expect(sql`update opportunity_entries set estimated_value = 1`.execute(app.db)).rejects.toThrow(
    /permission denied/,
  );
  await expect(sql`delete from opportunity_entries`.execute(app.db)).rejects.toThrow(/permission denied/);
  await expect(
    sql`insert into opportunity_entries (opportunity_id, active, stage, previous_stage, date_of_change, estimated_value,
          calcd_current_value, completed, chances_of_success, probability, estimated_close_date)
        select opportunity_id, true, 1, 0, date_of_change, 1, 1, 1, 1, 1, date_of_change from opportunity_entries`.execute(
      app.owner,
    ),
  ).rejects.toThrow(/opportunity_entries_active_key/);
});
