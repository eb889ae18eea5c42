import { describe, expect } from "vitest";
import { type TestApp, test } from "#app/testing.ts";
import { aNewUser, auditOf, givenBrowser, givenUser, linkSecretOf } from "./testing.ts";

async function givenSalesperson(app: TestApp, code: string, blocked = false): Promise<string> {
  await app.owner
    .insertInto("salespeople")
    .values({ code, name: `Salesperson ${code}`, blocked } as never)
    .execute();
  return code;
}

describe("creating a user", () => {
  test("answers the user with where it is found, and audits it", async ({ app }) => {
    const admin = await app.as("admin");
    await givenSalesperson(app, "AH");

    const answer = await admin.post("/users", {
      userName: " aino ",
      email: "aino@house.example",
      fullName: "Aino Harju",
      role: "crmUser",
      extraRights: ["contacts.delete", "contacts.delete"],
      salespersonCode: "ah",
    });

    expect(answer.status).toBe(201);
    expect(answer.headers.location).toBe(`/api/v1/users/${answer.body.id}`);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.body).toEqual({
      id: expect.any(Number),
      userName: "aino",
      fullName: "Aino Harju",
      email: "aino@house.example",
      role: "crmUser",
      extraRights: ["contacts.delete"],
      salespersonCode: "AH",
      language: "en",
      disabled: false,
      hasPassword: false,
      lastSeenAt: null,
      version: 1,
      createdAt: expect.any(String),
      lastModifiedAt: expect.any(String),
    });
    expect((await admin.get(`/users/${answer.body.id}`)).body).toEqual(answer.body);
    expect((await auditOf(app, answer.body.id)).map(({ action }) => action)).toEqual(["user.created"]);
  });

  test("refuses fields that are missing, wrong or unknown, all at once", async ({ app }) => {
    const answer = await (await app.as("admin")).post("/users", {
      userName: "with blank@",
      email: "no address",
      role: "boss",
      extraRights: ["everything"],
      passwordHash: "x",
    });

    expect(answer.status).toBe(422);
    expect(
      new Set(answer.body.errors.map(({ path, code }: { path: string; code: string }) => `${path} ${code}`)),
    ).toEqual(
      new Set([
        "userName user_name_format",
        "email wrong_format",
        "fullName required",
        "role not_allowed_value",
        "extraRights.0 not_allowed_value",
        "passwordHash unknown_field",
      ]),
    );
  });

  test("refuses a user name or e-mail address that is taken, whatever its case", async ({ app }) => {
    const admin = await app.as("admin");
    const user = await givenUser(app);

    const sameName = await admin.post(
      "/users",
      aNewUser({ userName: user.userName.toUpperCase(), email: "a@b.example" }),
    );
    const sameEmail = await admin.post("/users", aNewUser({ email: user.email.toUpperCase() }));

    expect(sameName.status).toBe(409);
    expect(sameName.body.errors).toMatchObject([{ path: "userName", code: "user_name_taken" }]);
    expect(sameEmail.status).toBe(409);
    expect(sameEmail.body.errors).toMatchObject([{ path: "email", code: "user_email_taken" }]);
  });

  test("CON-010 a salesperson mapped to user A is not mapped to user B too", async ({ app }) => {
    const admin = await app.as("admin");
    await givenUser(app, { salespersonCode: await givenSalesperson(app, "CON010") });
    const other = await givenUser(app);

    const answer = await admin.patch(`/users/${other.id}`, { salespersonCode: "CON010" });

    expect(answer.status).toBe(409);
    expect(answer.body.code).toBe("user_salesperson_taken");
    expect((await admin.get(`/users/${other.id}`)).body).toMatchObject({ salespersonCode: null, version: 1 });
  });

  test("a blocked or unknown salesperson cannot be mapped; one blocked later stays", async ({ app }) => {
    const admin = await app.as("admin");
    await givenSalesperson(app, "BLOCKED", true);
    const user = await givenUser(app, { salespersonCode: await givenSalesperson(app, "LATER") });
    await app.owner.updateTable("salespeople").set({ blocked: true }).where("code", "=", "LATER").execute();

    const blocked = await admin.post("/users", aNewUser({ salespersonCode: "BLOCKED" }));
    const unknown = await admin.post("/users", aNewUser({ salespersonCode: "NOBODY" }));
    const kept = await admin.patch(`/users/${user.id}`, {
      salespersonCode: "LATER",
      fullName: "Still Mapped",
    });

    expect(blocked.status).toBe(422);
    expect(blocked.body.errors).toMatchObject([{ path: "salespersonCode", code: "salesperson_blocked" }]);
    expect(unknown.status).toBe(422);
    expect(unknown.body.errors).toMatchObject([{ path: "salespersonCode", code: "not_found" }]);
    expect(kept.status).toBe(200);
    expect(kept.body).toMatchObject({ salespersonCode: "LATER", fullName: "Still Mapped" });
  });

  test("gets the company's language unless another is given", async ({ app }) => {
    await app.db.updateTable("company_information").set({ language: "fi" }).execute();
    const admin = await app.as("admin");

    expect((await admin.post("/users", aNewUser())).body.language).toBe("fi");
    expect((await admin.post("/users", aNewUser({ language: "en" }))).body.language).toBe("en");
    await app.db.updateTable("company_information").set({ language: "en" }).execute();
  });
});

describe("the list of users", () => {
  test("is searched without accents, filtered, sorted and paged", async ({ app }) => {
    const admin = await app.as("admin");
    for (const name of ["Wilma Löfgren", "Venla Löfgren", "Urho Löfgren"]) {
      await givenUser(app, { fullName: name, role: "marketer" }, null);
    }

    const first = await admin.get(
      "/users?search=LOFGREN&sort=fullName&limit=2&count=true&role=marketer,viewer",
    );
    expect(first.status).toBe(200);
    expect(first.body.items.map((user: { fullName: string }) => user.fullName)).toEqual([
      "Urho Löfgren",
      "Venla Löfgren",
    ]);
    expect(first.body).toMatchObject({ totalCount: 3, totalCountIsCapped: false });

    const second = await admin.get(
      `/users?search=lofgren&sort=fullName&limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(second.body.items.map((user: { fullName: string }) => user.fullName)).toEqual(["Wilma Löfgren"]);
    expect(second.body.nextCursor).toBeNull();

    expect((await admin.get("/users?search=lofgren&disabled=true")).body.items).toEqual([]);
    expect((await admin.get("/users?password=1")).status).toBe(400);
  });

  test("shows no hash and no secret", async ({ app }) => {
    const { cookie } = await givenBrowser(app);

    const { text } = await (await app.as("admin")).get("/users?limit=200");

    expect(text).not.toContain("argon2");
    expect(text).not.toContain(cookie);
  });

  test("somebody who is not there is 404", async ({ app }) => {
    const admin = await app.as("admin");

    for (const answer of await Promise.all([
      admin.get("/users/999999"),
      admin.patch("/users/999999", { fullName: "Nobody" }),
      admin.delete("/users/999999"),
      admin.post("/users/999999/invite"),
    ])) {
      expect(answer.status).toBe(404);
      expect(answer.body.code).toBe("user_not_found");
    }
    expect((await admin.get("/users/abc")).status).toBe(400);
  });
});

describe("changing a user", () => {
  test("writes what differs, counts the version and audits before and after", async ({ app }) => {
    const admin = await app.as("admin");
    const user = await givenUser(app, { role: "viewer" }, null);

    const answer = await admin.patch(`/users/${user.id}`, { role: "marketer", fullName: user.fullName });

    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe('"2"');
    expect(answer.body).toMatchObject({ role: "marketer", version: 2 });
    expect((await auditOf(app, user.id)).at(-1)).toEqual({
      action: "user.changed",
      changes: { role: ["viewer", "marketer"] },
    });
  });

  test("that changes nothing writes nothing", async ({ app }) => {
    const user = await givenUser(app, {}, null);

    const answer = await (await app.as("admin")).patch(`/users/${user.id}`, { fullName: user.fullName });

    expect(answer.body.version).toBe(1);
    expect(await auditOf(app, user.id)).toHaveLength(1);
  });

  test("that somebody else has changed meanwhile is refused", async ({ app }) => {
    const admin = await app.as("admin");
    const user = await givenUser(app);
    await admin.patch(`/users/${user.id}`, { fullName: "First Change" }, { "if-match": '"1"' });

    const answer = await admin.patch(
      `/users/${user.id}`,
      { fullName: "Second Change" },
      { "if-match": '"1"' },
    );

    expect(answer.status).toBe(412);
    expect((await admin.get(`/users/${user.id}`)).body.fullName).toBe("First Change");
  });

  test("disabling ends sessions, links and tokens on the user's behalf at once", async ({ app }) => {
    const admin = await app.as("admin");
    const { user, browser } = await givenBrowser(app);
    const link = await admin.post(`/users/${user.id}/reset`);
    const token = await admin.post("/tokens", { name: "theirs", role: "crmUser", userName: user.userName });

    expect((await admin.patch(`/users/${user.id}`, { disabled: true })).status).toBe(200);

    const anonymous = await app.as(null);
    expect((await browser.get("/session")).status).toBe(401);
    expect((await anonymous.get(`/links/${linkSecretOf(link.body.url)}`)).body.valid).toBe(false);
    const byToken = await anonymous.get("/session", { authorization: `Bearer ${token.body.secret}` });
    expect(byToken.body.code).toBe("token_invalid");
    expect((await admin.post(`/users/${user.id}/invite`)).body.code).toBe("user_disabled");

    await admin.patch(`/users/${user.id}`, { disabled: false });
    expect((await browser.get("/session")).status).toBe(401);
  });

  test("a demoted user has the new rights in the open session and in tokens", async ({ app }) => {
    const admin = await app.as("admin");
    const { user, browser } = await givenBrowser(app, { role: "admin" });
    const { body: token } = await admin.post("/tokens", {
      name: "theirs",
      role: "admin",
      userName: user.userName,
    });
    const program = { authorization: `Bearer ${token.secret}` };
    const anonymous = await app.as(null);
    expect((await anonymous.get("/users", program)).status).toBe(200);
    await givenUser(app, { role: "admin" });

    await admin.patch(`/users/${user.id}`, { role: "viewer" });

    expect((await browser.get("/users")).status).toBe(403);
    expect((await anonymous.get("/users", program)).status).toBe(403);
  });
});

describe("deleting a user", () => {
  test("takes sessions and tokens along; the audit trail stays", async ({ app }) => {
    const admin = await app.as("admin");
    const { user, browser } = await givenBrowser(app);
    const { body: token } = await admin.post("/tokens", {
      name: "theirs",
      role: "crmUser",
      userName: user.userName,
    });

    expect((await admin.delete(`/users/${user.id}`)).status).toBe(204);

    expect((await admin.get(`/users/${user.id}`)).status).toBe(404);
    expect((await browser.get("/session")).status).toBe(401);
    expect((await admin.get(`/tokens/${token.id}`)).status).toBe(404);
    expect((await auditOf(app, user.id)).at(-1)).toEqual({
      action: "user.deleted",
      changes: { userName: user.userName, role: "crmUser" },
    });
  });
});
