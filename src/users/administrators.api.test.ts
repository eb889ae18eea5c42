import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { aNewUser, givenBrowser, givenUser } from "./testing.ts";

/** Every enabled administrator but this one is disabled. */
async function makeOnlyAdministrator(app: TestApp, userId: number): Promise<void> {
  await app.db
    .updateTable("users")
    .set({ disabled: true })
    .where("role", "=", "admin")
    .where("id", "!=", userId)
    .execute();
}

describe("the last enabled administrator", () => {
  test("is neither disabled nor demoted nor deleted", async ({ app }) => {
    const { user, browser } = await givenBrowser(app, { role: "admin" });
    await makeOnlyAdministrator(app, user.id);

    for (const answer of [
      await browser.patch(`/users/${user.id}`, { disabled: true }),
      await browser.patch(`/users/${user.id}`, { role: "crmAdmin" }),
      await browser.delete(`/users/${user.id}`),
    ]) {
      expect(answer.status).toBe(409);
      expect(answer.body.code).toBe("last_admin");
    }
    expect((await browser.get(`/users/${user.id}`)).body).toMatchObject({
      role: "admin",
      disabled: false,
      version: 1,
    });
  });

  test("is left when two take each other's role at the same moment", async ({ app }) => {
    const admin = await app.as("admin");
    const [one, two] = [await givenUser(app, { role: "admin" }), await givenUser(app, { role: "admin" })];
    await app.db
      .updateTable("users")
      .set({ disabled: true })
      .where("role", "=", "admin")
      .where("id", "not in", [one.id, two.id])
      .execute();

    const answers = await Promise.all([
      admin.patch(`/users/${one.id}`, { role: "viewer" }),
      admin.patch(`/users/${two.id}`, { role: "viewer" }),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe("granting rights", () => {
  test("somebody with nothing but users.admin on top cannot rise, nor take over an administrator", async ({
    app,
  }) => {
    const { user, browser } = await givenBrowser(app, { role: "crmUser", extraRights: ["users.admin"] });
    const administrator = await givenUser(app, { role: "admin" });

    for (const answer of [
      await browser.post("/users", aNewUser({ role: "admin" })),
      await browser.post("/users", aNewUser({ role: "viewer", extraRights: ["setup.write"] })),
      await browser.patch(`/users/${user.id}`, { role: "admin" }),
      await browser.patch(`/users/${administrator.id}`, { email: "mine@house.example" }),
      await browser.post(`/users/${administrator.id}/reset`),
      await browser.delete(`/users/${administrator.id}`),
      await browser.post("/tokens", { name: "more", role: "admin" }),
    ]) {
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe("rights_exceed_own");
    }
    expect((await browser.post("/users", aNewUser({ role: "viewer" }))).status).toBe(201);
  });
});
