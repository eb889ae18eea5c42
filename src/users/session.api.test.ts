import { describe, expect } from "vitest";
import { clientWith, test } from "#app/testing.ts";
import { sessionDays } from "./sessions.commands.ts";
import { givenBrowser, givenUser, goodPassword, signInAs, signInFrom } from "./testing.ts";

const wrongPassword = "wrong horse battery";

describe("the session", () => {
  test("of nobody is 401, of a token without a user has no user", async ({ app }) => {
    expect((await (await app.as(null)).get("/session")).status).toBe(401);

    const ofToken = await (await app.as("viewer")).get("/session");

    expect(ofToken.status).toBe(200);
    expect(ofToken.body.user).toBeNull();
    expect(ofToken.body.rights).toContain("contacts.read");
  });

  test("ends by signing out", async ({ app }) => {
    const { browser } = await givenBrowser(app);

    const answer = await browser.delete("/session");

    expect(answer.status).toBe(204);
    expect(String(answer.headers["set-cookie"])).toContain("rapport_session=; ");
    expect((await browser.get("/session")).status).toBe(401);
  });

  test("ends after 30 days", async ({ app }) => {
    const { browser } = await givenBrowser(app);
    const start = app.clock.now;

    app.clock.now = new Date(start.getTime() + (sessionDays * 24 * 60 - 1) * 60_000);
    expect((await browser.get("/session")).status).toBe(200);
    app.clock.now = new Date(start.getTime() + sessionDays * 24 * 60 * 60_000);
    expect((await browser.get("/session")).status).toBe(401);
    app.clock.now = start;
  });

  test("of a user whose salesperson is mapped names the salesperson", async ({ app }) => {
    await app.db
      .insertInto("salespeople")
      .values({ code: "KN", name: "Kaisla Niemi" } as never)
      .execute();
    const { browser } = await givenBrowser(app, { salespersonCode: "KN" });

    expect((await browser.get("/session")).body.user.salespersonCode).toBe("KN");
  });
});

describe("one's own sessions", () => {
  test("are listed without secrets and ended one by one", async ({ app }) => {
    const { user, browser, cookie } = await givenBrowser(app);
    const other = await signInAs(app, user.userName, { "user-agent": "Other Browser/1.0" });

    const { body } = await browser.get("/sessions");
    expect(body.items).toHaveLength(2);
    const [current] = body.items.filter((item: { current: boolean }) => item.current);
    const [elsewhere] = body.items.filter((item: { current: boolean }) => !item.current);
    expect(elsewhere).toMatchObject({ userAgent: "Other Browser/1.0", address: "127.0.0.1" });
    expect(JSON.stringify(body)).not.toContain(cookie);
    expect(current.id).not.toBe(elsewhere.id);

    expect((await browser.delete(`/sessions/${elsewhere.id}`)).status).toBe(204);
    expect((await other.browser.get("/session")).status).toBe(401);
    expect((await browser.get("/session")).status).toBe(200);
  });

  test("of somebody else cannot be ended", async ({ app }) => {
    const { browser } = await givenBrowser(app);
    const stranger = await givenBrowser(app);
    const { body } = await stranger.browser.get("/sessions");

    const answer = await browser.delete(`/sessions/${body.items[0].id}`);

    expect(answer.status).toBe(404);
    expect(answer.body.code).toBe("session_not_found");
    expect((await stranger.browser.get("/session")).status).toBe(200);
  });

  test("are no matter of API tokens", async ({ app }) => {
    const token = await app.as("admin");

    for (const answer of await Promise.all([
      token.get("/sessions"),
      token.delete("/sessions/abc"),
      token.delete("/session"),
      token.patch("/session/user", { theme: "dark" }),
      token.post("/session/password", { oldPassword: "x", newPassword: "correct horse" }),
    ])) {
      expect(answer.status).toBe(403);
      expect(answer.body.code).toBe("session_required");
    }
  });
});

describe("one's own settings", () => {
  test("language, theme and full name change and are audited", async ({ app }) => {
    const { user, browser } = await givenBrowser(app);

    const answer = await browser.patch("/session/user", {
      language: "fi",
      theme: "dark",
      fullName: " Kaisla N. ",
    });

    expect(answer.status).toBe(200);
    expect(answer.body.user).toMatchObject({ language: "fi", theme: "dark", fullName: "Kaisla N." });
    const audit = await app.db
      .selectFrom("audit_entries")
      .select(["actor", "user_id", "changes"])
      .where("action", "=", "user.changed")
      .where("resource_key", "=", String(user.id))
      .executeTakeFirstOrThrow();
    expect(audit).toMatchObject({
      actor: user.userName,
      user_id: user.id,
      changes: { theme: ["system", "dark"] },
    });
  });

  test("role and rights cannot be changed this way", async ({ app }) => {
    const { browser } = await givenBrowser(app);

    const answer = await browser.patch("/session/user", { role: "admin" });

    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ path: "role", code: "unknown_field" }]);
  });

  test("the language chosen wins over Accept-Language", async ({ app }) => {
    const { browser } = await givenBrowser(app, { language: "fi" });

    const chosen = await browser.get("/users", { "accept-language": "en" });

    expect(chosen.status).toBe(403);
    expect(chosen.body.title).toBe("Ei käyttöoikeutta");
  });
});

describe("one's own password", () => {
  test("changes with the old one; other browsers are signed out", async ({ app }) => {
    const { user, browser } = await givenBrowser(app);
    const other = await signInAs(app, user.userName);

    const answer = await browser.post("/session/password", {
      oldPassword: goodPassword,
      newPassword: "staple battery horse",
    });

    expect(answer.status).toBe(204);
    expect((await browser.get("/session")).status).toBe(200);
    expect((await other.browser.get("/session")).status).toBe(401);
    expect((await signInFrom(app, "198.51.100.31", user.userName, goodPassword)).status).toBe(401);
    expect((await signInFrom(app, "198.51.100.31", user.userName, "staple battery horse")).status).toBe(200);
  });

  test("keeps the rules of passwords", async ({ app }) => {
    const { user, browser } = await givenBrowser(app);

    for (const [newPassword, code] of [
      ["short", "password_too_short"],
      [user.email, "password_is_name"],
      ["qwertyuiop", "password_too_common"],
      ["abcde".repeat(41), "password_too_long"],
    ]) {
      const answer = await browser.post("/session/password", { oldPassword: goodPassword, newPassword });
      expect(answer.status).toBe(422);
      expect(answer.body.errors).toMatchObject([{ path: "newPassword", code }]);
    }
  });

  test("cannot be guessed by somebody who found an open browser, Idempotency-Key or not", async ({ app }) => {
    const { browser } = await givenBrowser(app);
    const guess = (n: number) =>
      browser.post(
        "/session/password",
        { oldPassword: `${wrongPassword}${n}`, newPassword: "staple battery horse" },
        { "idempotency-key": `guess-${n}` },
      );

    for (let n = 1; n <= 5; n += 1) {
      expect((await guess(n)).body.errors).toMatchObject([{ path: "oldPassword", code: "password_wrong" }]);
    }
    expect((await guess(6)).status).toBe(429);
  });
});

describe("writes from foreign pages", () => {
  const body = { theme: "dark" };

  test("a cookie without the header is refused", async ({ app }) => {
    const { cookie } = await givenBrowser(app);
    const withoutHeader = clientWith(app.api, { cookie: `rapport_session=${cookie}` });

    const answer = await withoutHeader.patch("/session/user", body);

    expect(answer.status).toBe(403);
    expect(answer.body.code).toBe("csrf_rejected");
    expect((await withoutHeader.get("/session")).body.user.theme).toBe("system");
  });

  test("a foreign origin is refused even with the header, our own is not", async ({ app }) => {
    const { browser } = await givenBrowser(app);

    for (const origin of ["https://elsewhere.example", "null", "http://localhost:81"]) {
      const answer = await browser.patch("/session/user", body, { origin });
      expect(answer.body.code).toBe("csrf_rejected");
    }
    expect(
      (await browser.patch("/session/user", body, { origin: "http://localhost:80", host: "localhost:80" }))
        .status,
    ).toBe(200);
  });

  test("nobody is signed in from a foreign page", async ({ app }) => {
    const user = await givenUser(app);
    const anonymous = await app.as(null);

    const answer = await anonymous.post(
      "/session",
      { userName: user.userName, password: goodPassword },
      { origin: "https://elsewhere.example" },
    );

    expect(answer.status).toBe(403);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  test("API tokens need neither origin nor header", async ({ app }) => {
    const token = await app.as("admin");

    const answer = await token.post(
      "/tokens",
      { name: "from a script", role: "viewer" },
      { origin: "https://elsewhere.example" },
    );

    expect(answer.status).toBe(201);
  });
});

describe("roles", () => {
  test("are told to anybody signed in", async ({ app }) => {
    const { body } = await (await app.as("viewer")).get("/roles");

    expect(body.items.map((item: { role: string }) => item.role)).toEqual([
      "admin",
      "crmAdmin",
      "marketer",
      "crmUser",
      "viewer",
      "integration",
    ]);
    expect(body.items[3].rights).toContain("contacts.write");
  });
});
