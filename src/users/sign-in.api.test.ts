import { tmpdir } from "node:os";
import { describe, expect } from "vitest";
import { createApp } from "#app/server.ts";
import { clientWith, test } from "#app/testing.ts";
import { browserWith, cookieOf, givenUser, goodPassword, signInAs, signInFrom } from "./testing.ts";

const wrongPassword = "wrong horse battery";

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

  test("under an https address the cookie is Secure, and pages of that address may write", async ({
    app,
  }) => {
    const user = await givenUser(app);
    const api = await createApp({
      db: app.db,
      keys: app.keys,
      config: {
        baseUrl: "https://crm.example",
        bodyLimitBytes: 1_000_000,
        dataFolder: tmpdir(),
        uploadLimitBytes: 1_000_000,
        trustProxy: false,
        logLevel: "silent",
        secret: "another secret of at least thirty-two characters",
      },
      now: () => app.clock.now,
    });
    const page = clientWith(api, { origin: "https://crm.example" });

    const answer = await page.post("/session", { userName: user.userName, password: goodPassword });
    await api.server.close();

    expect(answer.status).toBe(200);
    expect(String(answer.headers["set-cookie"])).toContain("; Secure");
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
