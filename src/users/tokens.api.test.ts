import { describe, expect } from "vitest";
import { clientWith, type TestApp, test } from "#app/testing.ts";
import { givenUser } from "./testing.ts";

const inAnHour = "2026-11-23T13:00:00Z";

function programWith(app: TestApp, secret: string) {
  return clientWith(app.api, { authorization: `Bearer ${secret}` });
}

describe("creating a token", () => {
  test("answers the secret once; it works and is found in no list", async ({ app }) => {
    const admin = await app.as("admin");

    const { status, headers, body } = await admin.post("/tokens", {
      name: "Web shop",
      role: "integration",
      expiresAt: inAnHour,
    });

    expect(status).toBe(201);
    expect(headers.location).toBe(`/api/v1/tokens/${body.id}`);
    const { secret, ...token } = body;
    expect(secret).toMatch(/^rap_[\w-]{43}$/);
    expect(token).toEqual({
      id: expect.any(Number),
      name: "Web shop",
      prefix: secret.slice(0, 10),
      role: "integration",
      rights: null,
      addressBookOnly: false,
      userName: null,
      expiresAt: "2026-11-23T13:00:00.000Z",
      revokedAt: null,
      lastUsedAt: null,
      createdBy: "test admin:",
      createdAt: expect.any(String),
      version: 1,
    });
    expect((await programWith(app, secret).get("/session")).status).toBe(200);
    const [one, list] = await Promise.all([admin.get(`/tokens/${token.id}`), admin.get("/tokens?limit=200")]);
    expect(one.body).toEqual({ ...token, lastUsedAt: "2026-11-23T12:00:00.000Z" });
    expect(list.text).not.toContain(secret);
  });

  test("keeps the secret out of the audit trail, the log of repeats and the table", async ({ app }) => {
    const admin = await app.as("admin");

    const first = await admin.post(
      "/tokens",
      { name: "Repeated", role: "viewer" },
      { "idempotency-key": "token-once" },
    );
    const second = await admin.post(
      "/tokens",
      { name: "Repeated", role: "viewer" },
      { "idempotency-key": "token-once" },
    );

    expect(second.body).toEqual(first.body);
    const { secret } = first.body;
    const tables = [
      await app.db.selectFrom("audit_entries").selectAll().execute(),
      await app.db.selectFrom("api_tokens").selectAll().execute(),
      await app.db.selectFrom("idempotency_keys").selectAll().execute(),
    ];
    const everything = JSON.stringify(tables, (_key, value) =>
      value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
    );
    expect(everything).toContain("Repeated");
    expect(everything).not.toContain(secret);
  });

  test("names what is wrong", async ({ app }) => {
    const admin = await app.as("admin");
    const faults = async (body: object) => {
      const answer = await admin.post("/tokens", { name: "Wrong", role: "viewer", ...body });
      return [
        answer.status,
        ...(answer.body.errors ?? []).map(
          (error: { path: string; code: string }) => `${error.path} ${error.code}`,
        ),
      ];
    };

    expect(await faults({ name: " " })).toEqual([422, "name required"]);
    expect(await faults({ expiresAt: "2026-11-23T12:00:00Z" })).toEqual([422, "expiresAt expiry_past"]);
    expect(await faults({ expiresAt: "tomorrow" })).toEqual([422, "expiresAt wrong_format"]);
    expect(await faults({ rights: ["contacts.write"] })).toEqual([422, "rights right_not_in_role"]);
    expect(await faults({ rights: [] })).toEqual([422, "rights too_small"]);
    expect(await faults({ userName: "nobody-here" })).toEqual([422, "userName not_found"]);
  });
});

describe("what a token may do", () => {
  test("narrowed to single rights it does nothing else, and hands on nothing else", async ({ app }) => {
    const admin = await app.as("admin");
    const { body } = await admin.post("/tokens", {
      name: "Narrow",
      role: "admin",
      rights: ["users.admin", "users.admin"],
    });
    expect(body.rights).toEqual(["users.admin"]);
    const narrow = programWith(app, body.secret);

    expect((await narrow.get("/session")).body.rights).toEqual(["users.admin"]);
    expect((await narrow.get("/tokens")).status).toBe(200);
    const wider = await narrow.post("/tokens", { name: "Wider", role: "viewer" });
    expect(wider.status).toBe(403);
    expect(wider.body.code).toBe("rights_exceed_own");
    expect(
      (await narrow.post("/tokens", { name: "Same", role: "admin", rights: ["users.admin"] })).status,
    ).toBe(201);
  });

  test("on behalf of a user it acts by their name and no further than they may", async ({ app }) => {
    const admin = await app.as("admin");
    const user = await givenUser(app, { role: "viewer" });

    const beyond = await admin.post("/tokens", { name: "Beyond", role: "crmUser", userName: user.userName });
    const within = await admin.post("/tokens", {
      name: "Within",
      role: "viewer",
      userName: user.userName.toUpperCase(),
    });

    expect(beyond.status).toBe(422);
    expect(beyond.body.errors).toMatchObject([{ path: "role", code: "token_exceeds_user" }]);
    expect(within.body.userName).toBe(user.userName);
    const session = await programWith(app, within.body.secret).get("/session");
    expect(session.body.user).toMatchObject({ userName: user.userName });
  });
});

describe("the end of a token", () => {
  test("comes with its expiry", async ({ app }) => {
    const { body } = await (await app.as("admin")).post("/tokens", {
      name: "Short",
      role: "viewer",
      expiresAt: inAnHour,
    });
    const program = programWith(app, body.secret);
    const start = app.clock.now;

    app.clock.now = new Date("2026-11-23T12:59:59Z");
    expect((await program.get("/session")).status).toBe(200);
    app.clock.now = new Date(inAnHour);
    const expired = await program.get("/session");
    app.clock.now = start;

    expect(expired.status).toBe(401);
    expect(expired.body.code).toBe("token_invalid");
    expect(expired.headers["www-authenticate"]).toBe('Bearer realm="Rapport"');
  });

  test("comes by revoking it; it stays in the list", async ({ app }) => {
    const admin = await app.as("admin");
    const { body } = await admin.post("/tokens", { name: "Leaked", role: "viewer" });

    expect((await admin.delete(`/tokens/${body.id}`)).status).toBe(204);
    expect((await admin.delete(`/tokens/${body.id}`)).status).toBe(204);

    expect((await programWith(app, body.secret).get("/session")).body.code).toBe("token_invalid");
    const revoked = await admin.get("/tokens?revoked=true&search=leak&count=true");
    expect(revoked.body).toMatchObject({
      items: [{ id: body.id, revokedAt: "2026-11-23T12:00:00.000Z", version: 2 }],
      totalCount: 1,
    });
    const entries = await app.db
      .selectFrom("audit_entries")
      .select("action")
      .where("resource", "=", "tokens")
      .where("resource_key", "=", String(body.id))
      .orderBy("id")
      .execute();
    expect(entries.map(({ action }) => action)).toEqual(["token.created", "token.revoked"]);
  });

  test("an unknown, malformed or foreign token is refused, also where nobody has to sign in", async ({
    app,
  }) => {
    const anonymous = await app.as(null);

    for (const authorization of ["Bearer rap_unknown", "Bearer x", "Basic YTpi", "Bearer"]) {
      expect((await anonymous.get("/session", { authorization })).body.code).toBe("token_invalid");
    }
    expect((await anonymous.get("/links/x", { authorization: "Bearer rap_unknown" })).status).toBe(401);
  });

  test("one that is not there is 404", async ({ app }) => {
    const admin = await app.as("admin");

    expect((await admin.get("/tokens/999999")).body.code).toBe("token_not_found");
    expect((await admin.delete("/tokens/999999")).status).toBe(404);
  });
});

describe("the list of tokens", () => {
  test("is filtered, sorted and paged", async ({ app }) => {
    const admin = await app.as("admin");
    for (const name of ["Zebra feed", "Yak feed", "Xerus feed"])
      await admin.post("/tokens", { name, role: "integration" });

    const first = await admin.get("/tokens?search=feed&role=integration&sort=name&limit=2");
    const second = await admin.get(
      `/tokens?search=feed&role=integration&sort=name&limit=2&cursor=${first.body.nextCursor}`,
    );

    const names = [...first.body.items, ...second.body.items].map((token: { name: string }) => token.name);
    expect(names).toEqual(["Xerus feed", "Yak feed", "Zebra feed"]);
    expect(second.body.nextCursor).toBeNull();
  });
});
