import { describe, expect } from "vitest";
import { clientWith, type TestApp, test } from "#app/testing.ts";
import { sessionDays } from "./sessions.commands.ts";
import { browserWith, cookieOf, givenBrowser, givenUser, goodPassword, signInAs } from "./testing.ts";

const wrongPassword = "wrong horse battery";

/** Signs in from an address of one's own, so that the tests do not make each other wait. */
async function signInFrom(app: TestApp, remoteAddress: string, userName: string, password: string) {
  const answer = await app.api.server.inject({
    method: "POST",
    url: "/api/v1/session",
    remoteAddress,
    headers: { "content-type": "application/json" },
    payload: JSON.stringify({ userName, password }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

describe("signing in", () => {
  test("by user name or e-mail address, in any case of letters, answers who one is", async ({ app }) => {
    const user = await givenUser(app, { userName: "kaisla", role: "viewer", language: "fi" });
    const anonymous = await app.as(null);

    const byName = await anonymous.post("/session", { userName: " KAISLA ", password: goodPassword });
    const byEmail = await anonymous.post("/session", {
      userName: "Kaisla@House.example",
      password: goodPassword,
    });

    expect(byName.status).toBe(200);
    expect(byName.body).toEqual({
      user: {
        id: user.id,
        userName: "kaisla",
        fullName: user.fullName,
        email: "kaisla@house.example",
        language: "fi",
        theme: "system",
        salespersonCode: null,
        role: "viewer",
      },
      rights: expect.arrayContaining(["contacts.read", "interactionSetup.read"]),
      company: { name: null, currencyCode: "EUR", timeZone: "Europe/Helsinki", language: "en" },
      assistantCompleted: false,
    });
    expect(byName.body.rights).not.toContain("contacts.write");
    expect(byEmail.body).toEqual(byName.body);
  });

  test("sets a cookie that scripts cannot read and foreign pages do not send along", async ({ app }) => {
    const user = await givenUser(app);

    const answer = await (await app.as(null)).post("/session", {
      userName: user.userName,
      password: goodPassword,
    });

    const header = String(answer.headers["set-cookie"]);
    expect(header).toMatch(/^rapport_session=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test("answers wrong password, unknown, disabled and uninvited users alike", async ({ app }) => {
    const user = await givenUser(app);
    const disabled = await givenUser(app, { disabled: true });
    const invited = await givenUser(app, {}, null);

    const answers = await Promise.all([
      signInFrom(app, "198.51.100.1", user.userName, wrongPassword),
      signInFrom(app, "198.51.100.2", "nobody-of-this-name", goodPassword),
      signInFrom(app, "198.51.100.3", disabled.userName, goodPassword),
      signInFrom(app, "198.51.100.4", invited.userName, goodPassword),
    ]);

    for (const answer of answers) {
      expect(answer.status).toBe(401);
      expect(answer.body).toEqual(answers[0]?.body);
      expect(answer.body.code).toBe("sign_in_failed");
      expect(answer.headers["set-cookie"]).toBeUndefined();
    }
  });

  test("takes the same time for an unknown user as for a wrong password", async ({ app }) => {
    const user = await givenUser(app);
    const time = async (userName: string, from: string) => {
      const start = performance.now();
      await signInFrom(app, from, userName, wrongPassword);
      return performance.now() - start;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let round = 0; round < 4; round += 1) {
      known.push(await time(user.userName, "198.51.100.11"));
      unknown.push(await time("nobody-at-all", "198.51.100.12"));
    }

    // Both hash once: without that, an unknown user would be answered in a tenth of the time.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 2);
  });

  test("gives a new secret each time and ends the session of the cookie sent along", async ({ app }) => {
    const user = await givenUser(app);
    const first = await signInAs(app, user.userName);

    const answer = await first.browser.post("/session", { userName: user.userName, password: goodPassword });

    const second = cookieOf(answer)!;
    expect(second).not.toBe(first.cookie);
    expect((await first.browser.get("/session")).status).toBe(401);
    expect((await browserWith(app, second).get("/session")).status).toBe(200);
  });

  test("ignores Idempotency-Key, so that no password is kept and every answer sets a cookie", async ({
    app,
  }) => {
    const user = await givenUser(app);
    const anonymous = await app.as(null);
    const body = { userName: user.userName, password: goodPassword };

    const first = await anonymous.post("/session", body, { "idempotency-key": "sign-in-1" });
    const second = await anonymous.post("/session", body, { "idempotency-key": "sign-in-1" });

    expect(cookieOf(second)).toBeDefined();
    expect(cookieOf(second)).not.toBe(cookieOf(first));
    const kept = await app.db
      .selectFrom("idempotency_keys")
      .selectAll()
      .where("key", "=", "sign-in-1")
      .execute();
    expect(kept).toEqual([]);
  });

  test("names what is missing", async ({ app }) => {
    const answer = await (await app.as(null)).post("/session", { userName: "" });

    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([
      { path: "userName", code: "required" },
      { path: "password", code: "required" },
    ]);
  });

  test("renews a hash that was made with weaker parameters", async ({ app }) => {
    const user = await givenUser(app);
    const weak =
      "$argon2id$v=19$m=64,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$zXWWUNxFCSQ7dVrBawnnax5e3t0/8LduYi2KAH2VCy8";
    await app.db.updateTable("users").set({ password_hash: weak }).where("id", "=", user.id).execute();

    await signInAs(app, user.userName);

    const { password_hash } = await app.db
      .selectFrom("users")
      .select("password_hash")
      .where("id", "=", user.id)
      .executeTakeFirstOrThrow();
    expect(password_hash).toContain("m=47104,t=2,p=1");
    await signInAs(app, user.userName);
  });
});

describe("throttling", () => {
  test("five failures cost nothing, then each doubles the wait, from any address", async ({ app }) => {
    const user = await givenUser(app);
    for (let failure = 1; failure <= 5; failure += 1) {
      const answer = await signInFrom(app, `203.0.113.${failure}`, user.userName, wrongPassword);
      expect(answer.status).toBe(401);
    }

    const refused = await signInFrom(app, "203.0.113.50", user.email, goodPassword);
    expect(refused.status).toBe(429);
    expect(refused.body.code).toBe("too_many_attempts");
    expect(refused.headers["retry-after"]).toBe("5");

    const start = app.clock.now;
    app.clock.now = new Date(start.getTime() + 5_000);
    expect((await signInFrom(app, "203.0.113.51", user.userName, wrongPassword)).status).toBe(401);
    expect((await signInFrom(app, "203.0.113.52", user.userName, goodPassword)).headers["retry-after"]).toBe(
      "10",
    );

    app.clock.now = new Date(start.getTime() + 15_000);
    expect((await signInFrom(app, "203.0.113.53", user.userName, goodPassword)).status).toBe(200);
    expect((await signInFrom(app, "203.0.113.54", user.userName, wrongPassword)).status).toBe(401);
    expect((await signInFrom(app, "203.0.113.55", user.userName, goodPassword)).status).toBe(200);
  });

  test("a name that nobody has makes wait like a user's, and is not kept as it was typed", async ({
    app,
  }) => {
    const typed = "My-Secret-Typed-Into-The-Wrong-Field";
    for (let failure = 1; failure <= 5; failure += 1) {
      await signInFrom(app, `203.0.113.1${failure}`, typed, wrongPassword);
    }

    expect((await signInFrom(app, "203.0.113.60", typed, wrongPassword)).status).toBe(429);
    const subjects = await app.db.selectFrom("sign_in_attempts").select("subject").execute();
    expect(JSON.stringify(subjects).toLowerCase()).not.toContain(typed.toLowerCase());
  });

  test("many attempts at once are not cheaper than one after the other", async ({ app }) => {
    const user = await givenUser(app);

    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        signInFrom(app, `203.0.113.${100 + n}`, user.userName, wrongPassword),
      ),
    );

    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7);
  });

  test("an address that fails with many names has to wait, one IPv6 network as one", async ({ app }) => {
    for (let failure = 1; failure <= 30; failure += 1) {
      await signInFrom(app, `2001:db8:77:1::${failure}`, `guess-${failure}`, "x");
    }
    const user = await givenUser(app);

    expect((await signInFrom(app, "2001:db8:77:1::99", user.userName, goodPassword)).status).toBe(429);
    expect((await signInFrom(app, "2001:db8:77:2::99", user.userName, goodPassword)).status).toBe(200);
  });
});

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
