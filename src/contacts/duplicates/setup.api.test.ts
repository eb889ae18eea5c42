import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";

async function scene(app: TestApp, switches: { maintains?: boolean; searches?: boolean } = {}) {
  const admin = await app.as("crmAdmin");
  await app.owner
    .updateTable("marketing_setup")
    .set({
      maintain_dupl_search_strings: switches.maintains ?? true,
      autosearch_for_duplicates: switches.searches ?? true,
      search_hit_percent: 60,
    })
    .execute();
  await app.owner.deleteFrom("job_runs").execute();
  return admin;
}

const queuedRuns = (app: TestApp) =>
  app.owner
    .selectFrom("job_runs")
    .select(["id", "status"])
    .where("kind", "=", "duplicates.generate")
    .execute();

describe("the switches", () => {
  test("CON-003 maintaining search strings sets autosearch and offers a rebuild", async ({ app }) => {
    const admin = await scene(app, { maintains: false, searches: false });
    const wish = { maintainDuplSearchStrings: true };

    const asked = await admin.patch("/marketing-setup", wish);
    expect([asked.status, asked.body.code, asked.body.values]).toEqual([
      409,
      "confirmation_required",
      { key: "generateNow", preselected: true },
    ]);
    expect((await admin.get("/marketing-setup")).body.maintainDuplSearchStrings).toBe(false);

    const later = await admin.patch("/marketing-setup", { ...wish, generateNow: false });
    expect(later.body).toMatchObject({ maintainDuplSearchStrings: true, autosearchForDuplicates: true });
    expect(await queuedRuns(app)).toEqual([]);

    await admin.patch("/marketing-setup", { maintainDuplSearchStrings: false });
    expect((await admin.patch("/marketing-setup", { ...wish, generateNow: true })).status).toBe(200);
    expect(await queuedRuns(app)).toHaveLength(1);
  });

  test("CON-004 autosearch alone offers no rebuild while search strings are maintained", async ({ app }) => {
    const admin = await scene(app, { searches: false });

    const { status, body } = await admin.patch("/marketing-setup", { autosearchForDuplicates: true });

    expect(status).toBe(200);
    expect(body).toMatchObject({ maintainDuplSearchStrings: true, autosearchForDuplicates: true });
    expect(await queuedRuns(app)).toEqual([]);
  });

  test.for([0, 101, 60.5])("CON-005 a percentage of %d is refused", async (percent, { app }) => {
    const admin = await scene(app);

    const answer = await admin.patch("/marketing-setup", { searchHitPercent: percent });

    expect([answer.status, answer.body.errors[0].path]).toEqual([422, "searchHitPercent"]);
  });

  test("another percentage has the pairs counted again", async ({ app }) => {
    const admin = await scene(app);

    await admin.patch("/marketing-setup", { searchHitPercent: 70 });

    expect(await queuedRuns(app)).toHaveLength(1);
  });
});

describe("the search strings", () => {
  test("are 16 to begin with, by field and end", async ({ app }) => {
    const admin = await scene(app);

    const { items } = (await admin.post("/duplicate-search-strings/restore-defaults")).body;

    expect(items).toHaveLength(16);
    expect(items.slice(0, 2)).toMatchObject([
      { field: "name", part: "first", length: 5 },
      { field: "name", part: "last", length: 5 },
    ]);
    const first = (await admin.get("/duplicate-search-strings?limit=10&count=true")).body;
    const second = (await admin.get(`/duplicate-search-strings?limit=10&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items]).toEqual(items);
    expect(first.totalCount).toBe(16);
  });

  test("are added, changed and deleted; ten changes make one rebuild", async ({ app }) => {
    const admin = await scene(app);

    const created = await admin.post("/duplicate-search-strings", { field: "homePage", part: "last" });
    const again = await admin.post("/duplicate-search-strings", {
      field: "homePage",
      part: "last",
      length: 7,
    });
    const path = "/duplicate-search-strings/homePage/last";
    const changed = await admin.patch(path, { length: 8 });
    const stale = await admin.patch(path, { length: 9 }, { "if-match": '"1"' });

    expect(created.body).toMatchObject({ field: "homePage", part: "last", length: 5, version: 1 });
    expect(created.headers.location).toBe(`/api/v1${path}`);
    expect([again.status, again.body.code]).toEqual([409, "duplicate"]);
    expect(changed.body).toMatchObject({ length: 8, version: 2 });
    expect(stale.status).toBe(412);
    expect((await admin.delete(path)).status).toBe(204);
    expect((await admin.get(path)).status).toBe(404);
    expect(await queuedRuns(app)).toHaveLength(1);
  });

  test("deleting one deletes what companies have of it", async ({ app }) => {
    const admin = await scene(app);
    await admin.post("/duplicate-search-strings", { field: "county", part: "first" });
    const { body } = await admin.post("/contacts", {
      no: "DUPSET1",
      name: "Kuura Oy",
      county: "Lake District",
    });
    const count = async () =>
      (
        await app.owner
          .selectFrom("contact_search_strings as s")
          .innerJoin("contacts as c", "c.id", "s.contact_id")
          .select("s.value")
          .where("c.no", "=", body.no)
          .execute()
      ).length;
    expect(await count()).toBe(3);

    await admin.delete("/duplicate-search-strings/county/first");

    expect(await count()).toBe(2);
  });

  test.for([
    [{ field: "name", part: "middle" }, "part"],
    [{ field: "companyName", part: "first" }, "field"],
    [{ field: "city", part: "first", length: 1 }, "length"],
    [{ field: "city", part: "first", length: 11 }, "length"],
  ] as const)("refuse %j", async ([row, path], { app }) => {
    const admin = await scene(app);

    const answer = await admin.post("/duplicate-search-strings", row);

    expect([answer.status, answer.body.errors[0].path]).toEqual([422, path]);
  });

  test("changing them while they are not maintained starts nothing; only the set-up's writers may", async ({
    app,
  }) => {
    const admin = await scene(app, { maintains: false, searches: false });

    await admin.patch("/duplicate-search-strings/name/first", { length: 6 });
    await admin.patch("/duplicate-search-strings/name/first", { length: 5 });

    expect(await queuedRuns(app)).toEqual([]);
    const user = await app.as("crmUser");
    expect((await user.get("/duplicate-search-strings")).status).toBe(200);
    expect((await user.patch("/duplicate-search-strings/name/first", { length: 6 })).status).toBe(403);
  });
});
