import { sql } from "kysely";
import { beforeEach, describe, expect } from "vitest";
import { type TestApp, type TestClient, test } from "#app/testing.ts";
import { givenIn } from "#interactions/testing.ts";
import type { Role } from "#users/rights.rules.ts";
import { givenBrowser } from "#users/testing.ts";

/** A new user with the role, signed in. */
async function userWith(app: TestApp, role: Role): Promise<TestClient> {
  return (await givenBrowser(app, { role })).browser;
}

beforeEach(async ({ app }: { app: TestApp }) => {
  await app.owner.deleteFrom("saved_views").execute();
});

const path = "/saved-views";
const companies = { list: "contacts", name: "Companies", query: { type: "company", sort: "-name" } };

const saved = async (client: TestClient, more: object = {}) => {
  const answer = await client.post(path, { ...companies, ...more });
  expect(answer.status, answer.text).toBe(201);
  return answer.body;
};
const namesOf = async (client: TestClient, list = "contacts") =>
  (await client.get(`${path}?list=${list}`)).body.items.map(({ name }: { name: string }) => name);
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

describe("saved views", () => {
  test("are saved, listed by name, changed and deleted by their owner", async ({ app }) => {
    const user = await userWith(app, "crmUser");

    const view = await saved(user, { columns: ["name", "city"] });
    await saved(user, { name: "all People", query: { type: "person" } });

    expect(view).toMatchObject({
      list: "contacts",
      name: "Companies",
      shared: false,
      query: { type: "company", sort: "-name" },
      columns: ["name", "city"],
      isDefault: false,
      leftOut: [],
      version: 1,
    });
    expect(await namesOf(user)).toEqual(["all People", "Companies"]);
    expect(await namesOf(user, "campaigns")).toEqual([]);
    const changed = await user.patch(
      `${path}/${view.id}`,
      { name: "Firms", query: { type: "company" }, columns: null },
      { "if-match": '"1"' },
    );
    expect(changed.body).toMatchObject({
      name: "Firms",
      query: { type: "company" },
      columns: null,
      version: 2,
    });
    expect((await user.patch(`${path}/${view.id}`, { name: "X" }, { "if-match": '"1"' })).status).toBe(412);
    expect((await user.delete(`${path}/${view.id}`)).status).toBe(204);
    expect((await user.get(`${path}/${view.id}`)).status).toBe(404);
    const trail = await app.owner
      .selectFrom("audit_entries")
      .select("action")
      .where("resource", "=", "saved-views")
      .where("resource_key", "=", String(view.id))
      .orderBy("id")
      .execute();
    expect(trail.map(({ action }) => action)).toEqual([
      "savedView.created",
      "savedView.changed",
      "savedView.deleted",
    ]);
  });

  test.for([
    [{ list: "nothings" }, "list"],
    [{ list: "contacts/{no}/timeline" }, "list"],
    [{ list: "home" }, "list"],
    [{ query: { colour: "red" } }, "query.colour"],
    [{ query: { type: "robot" } }, "query.type.0"],
    [{ query: { sort: "shoeSize" } }, "query.sort"],
    [{ query: { limit: "10" } }, "query.limit"],
    [{ query: { cursor: "x" } }, "query.cursor"],
    [{ name: " " }, "name"],
    [{ name: "x".repeat(61) }, "name"],
    [{ columns: [""] }, "columns.0"],
  ] as const)("a view that its list would not accept is refused: %o", async ([more, wrong], { app }) => {
    const user = await app.as("crmUser");

    const answer = await user.post(path, { ...companies, ...more });

    expect(answer.status).toBe(422);
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toEqual([wrong]);
    expect(await app.owner.selectFrom("saved_views").selectAll().execute()).toEqual([]);
  });

  test("a name is taken once per owner, in any case", async ({ app }) => {
    const user = await userWith(app, "crmUser");
    const other = await userWith(app, "crmUser");
    const admin = await userWith(app, "crmAdmin");
    const view = await saved(user);

    expect(codeOf(await user.post(path, { ...companies, name: "COMPANIES" }))).toEqual([
      409,
      "view_name_taken",
    ]);
    await saved(other);
    await saved(admin, { shared: true });
    await saved(user, { name: "Firms" });
    expect(codeOf(await user.patch(`${path}/${view.id}`, { name: "firms" }))).toEqual([
      409,
      "view_name_taken",
    ]);
    await saved(user, { list: "campaigns", query: {} });
  });

  test("those of everybody take the right to set up; one's own nobody else sees", async ({ app }) => {
    const user = await userWith(app, "crmUser");
    const other = await userWith(app, "crmUser");
    const admin = await userWith(app, "crmAdmin");
    const shared = await saved(admin, { name: "Everybody's", shared: true });
    const own = await saved(user, { name: "Mine" });

    expect(await namesOf(other)).toEqual(["Everybody's"]);
    expect(codeOf(await user.post(path, { ...companies, shared: true }))).toEqual([403, "forbidden"]);
    expect((await user.patch(`${path}/${shared.id}`, { name: "X" })).status).toBe(403);
    expect((await user.delete(`${path}/${shared.id}`)).status).toBe(403);
    expect((await user.patch(`${path}/${own.id}`, { shared: true })).status).toBe(403);
    for (const answer of [
      await other.get(`${path}/${own.id}`),
      await other.patch(`${path}/${own.id}`, { name: "X" }),
      await other.delete(`${path}/${own.id}`),
      await other.post(`${path}/${own.id}/set-default`),
      await admin.patch(`${path}/${own.id}`, { shared: true }),
    ])
      expect(answer.status).toBe(404);
    expect(await namesOf(user)).toEqual(["Everybody's", "Mine"]);
  });

  test("one that is taken back from everybody opens nobody else's list any more", async ({ app }) => {
    const user = await userWith(app, "crmUser");
    const admin = await userWith(app, "crmAdmin");
    const view = await saved(admin, { shared: true });
    await user.post(`${path}/${view.id}/set-default`);
    await admin.post(`${path}/${view.id}/set-default`);

    const own = await admin.patch(`${path}/${view.id}`, { shared: false });

    expect(own.body).toMatchObject({ shared: false, isDefault: true });
    expect(await namesOf(user)).toEqual([]);
    const left = await app.owner
      .selectFrom("saved_view_defaults")
      .selectAll()
      .where("view_id", "=", view.id)
      .execute();
    expect(left).toHaveLength(1);
  });

  test("a list opens with one view at most, per user and list", async ({ app }) => {
    const user = await userWith(app, "crmUser");
    const other = await userWith(app, "crmUser");
    const [first, second] = [
      await saved(user),
      await saved(user, { name: "People", query: { type: "person" } }),
    ];
    const defaults = async (client: TestClient) =>
      (await client.get(`${path}?list=contacts`)).body.items
        .filter(({ isDefault }: { isDefault: boolean }) => isDefault)
        .map(({ id }: { id: number }) => id);

    expect((await user.post(`${path}/${first.id}/set-default`)).body.isDefault).toBe(true);
    await user.post(`${path}/${second.id}/set-default`);
    expect(await defaults(user)).toEqual([second.id]);
    expect(await defaults(other)).toEqual([]);
    await user.post(`${path}/${first.id}/clear-default`);
    expect(await defaults(user)).toEqual([second.id]);
    expect((await user.post(`${path}/${second.id}/clear-default`)).body.isDefault).toBe(false);
    await user.post(`${path}/${first.id}/set-default`);
    await user.delete(`${path}/${first.id}`);
    expect(await defaults(user)).toEqual([]);
  });

  test("what the list no longer takes is left out and said so; codes that are gone are marked", async ({
    app,
  }) => {
    const user = await userWith(app, "crmUser");
    const { code, id: salespersonId } = await givenIn(app.owner).salesperson();
    const view = await saved(user, { query: { type: "company", salespersonCode: code } });
    await sql`update saved_views set query = query || '{"shoeSize": "44", "sort": "-shoeSize"}' where id = ${view.id}`.execute(
      app.owner,
    );
    await app.owner.deleteFrom("salespeople").where("id", "=", salespersonId).execute();

    const { body } = await user.get(`${path}/${view.id}`);

    expect(body.query).toEqual({ type: "company", salespersonCode: code });
    expect(body.leftOut).toEqual(
      expect.arrayContaining([
        { parameter: "shoeSize", value: "44", because: "unknown_parameter" },
        { parameter: "sort", value: "-shoeSize", because: "unknown_parameter" },
        { parameter: "salespersonCode", value: code, because: "not_found" },
      ]),
    );
    expect(body.leftOut).toHaveLength(3);
    expect((await user.get(`/contacts?${new URLSearchParams(body.query)}`)).status).toBe(200);
  });

  test("views of a list that one may not read are not shown, and none can be saved", async ({ app }) => {
    const integration = await app.as("crmAdmin", ["setup.write"]);

    expect(codeOf(await integration.get(`${path}?list=contacts`))).toEqual([403, "forbidden"]);
    expect(codeOf(await integration.post(path, { ...companies, shared: true }))).toEqual([403, "forbidden"]);
  });

  test("a token without a user has no views of its own, but may make everybody's", async ({ app }) => {
    const token = await app.as("crmAdmin");
    const finnish = { "accept-language": "fi" };

    const refused = await token.post(path, companies, finnish);
    expect(codeOf(refused)).toEqual([422, "view_needs_user"]);
    expect(refused.body.detail).toContain("Jaa näkymä kaikille");
    const view = await saved(token, { shared: true });
    expect(codeOf(await token.post(`${path}/${view.id}/set-default`))).toEqual([422, "view_needs_user"]);
  });

  test("a user who is deleted takes their views along", async ({ app }) => {
    const user = await userWith(app, "crmUser");
    const view = await saved(user);
    await user.post(`${path}/${view.id}/set-default`);

    await sql`delete from users where id = (select user_id from saved_views where id = ${view.id})`.execute(
      app.owner,
    );

    expect(await app.owner.selectFrom("saved_views").selectAll().where("id", "=", view.id).execute()).toEqual(
      [],
    );
  });
});
