import { describe, expect } from "vitest";
import { test, testContext } from "#app/testing.ts";
import { createLink } from "./links.commands.ts";
import {
  auditOf,
  browserWith,
  cookieOf,
  givenBrowser,
  givenUser,
  goodPassword,
  linkSecretOf,
  signInAs,
} from "./testing.ts";

describe("one-time links", () => {
  test("an invitation tells whom it is for, sets the password once and signs in", async ({ app }) => {
    const admin = await app.as("admin");
    const anonymous = await app.as(null);
    const user = await givenUser(app, { language: "fi" }, null);

    const { status, body: link } = await admin.post(`/users/${user.id}/invite`);
    expect(status).toBe(200);
    expect(link).toEqual({
      url: expect.stringMatching(/^http:\/\/localhost(:80)?\/set-password#[\w-]{43}$/),
      expiresAt: "2026-11-30T12:00:00.000Z",
    });
    const secret = linkSecretOf(link.url);
    expect((await anonymous.get(`/links/${secret}`)).body).toEqual({
      valid: true,
      purpose: "invitation",
      userName: user.userName,
      fullName: user.fullName,
      expiresAt: link.expiresAt,
    });

    const accepted = await anonymous.post(`/links/${secret}/accept`, { password: goodPassword });

    expect(accepted.status).toBe(200);
    expect(accepted.body.user).toMatchObject({ userName: user.userName, language: "fi" });
    expect((await browserWith(app, cookieOf(accepted)!).get("/session")).status).toBe(200);
    expect((await admin.get(`/users/${user.id}`)).body).toMatchObject({ hasPassword: true });
    await signInAs(app, user.userName);

    const again = await anonymous.post(`/links/${secret}/accept`, { password: "another good password" });
    expect(again.status).toBe(409);
    expect(again.body.code).toBe("link_invalid");
    expect((await anonymous.get(`/links/${secret}`)).body).toEqual({
      valid: false,
      purpose: null,
      userName: null,
      fullName: null,
      expiresAt: null,
    });
  });

  test("of two people who use a link at the same moment one sets the password", async ({ app }) => {
    const user = await givenUser(app, {}, null);
    const { body } = await (await app.as("admin")).post(`/users/${user.id}/invite`);
    const anonymous = await app.as(null);
    const accept = (password: string) =>
      anonymous.post(`/links/${linkSecretOf(body.url)}/accept`, { password });

    const answers = await Promise.all([accept("the first password"), accept("the second password")]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test("a reset link ends the other sessions when it is used, not before", async ({ app }) => {
    const admin = await app.as("admin");
    const { user, browser } = await givenBrowser(app);

    const { body: link } = await admin.post(`/users/${user.id}/reset`);
    expect(link.expiresAt).toBe("2026-11-24T12:00:00.000Z");
    expect((await browser.get("/session")).status).toBe(200);
    await (await app.as(null)).post(`/links/${linkSecretOf(link.url)}/accept`, {
      password: "quite another password",
    });

    expect((await browser.get("/session")).status).toBe(401);
  });

  test("a bad password leaves the link as it was", async ({ app }) => {
    const user = await givenUser(app, {}, null);
    const { body: link } = await (await app.as("admin")).post(`/users/${user.id}/invite`);
    const anonymous = await app.as(null);

    const answer = await anonymous.post(`/links/${linkSecretOf(link.url)}/accept`, {
      password: user.userName,
    });

    expect(answer.status).toBe(422);
    expect(answer.body.errors).toMatchObject([{ path: "password", code: "password_too_short" }]);
    expect((await anonymous.get(`/links/${linkSecretOf(link.url)}`)).body.valid).toBe(true);
  });

  test("a new link ends the earlier ones; every link ends with its time", async ({ app }) => {
    const admin = await app.as("admin");
    const anonymous = await app.as(null);
    const user = await givenUser(app, {}, null);
    const { body: earlier } = await admin.post(`/users/${user.id}/invite`);
    const { body: later } = await admin.post(`/users/${user.id}/reset`);

    expect((await anonymous.get(`/links/${linkSecretOf(earlier.url)}`)).body.valid).toBe(false);
    expect((await anonymous.get(`/links/${linkSecretOf(later.url)}`)).body.valid).toBe(true);

    const start = app.clock.now;
    app.clock.now = new Date(later.expiresAt);
    expect((await anonymous.get(`/links/${linkSecretOf(later.url)}`)).body.valid).toBe(false);
    app.clock.now = start;
  });

  test("a repeat with the same Idempotency-Key answers the same link, kept encrypted", async ({ app }) => {
    const admin = await app.as("admin");
    const user = await givenUser(app, {}, null);
    const key = { "idempotency-key": "invite-once" };

    const first = await admin.post(`/users/${user.id}/invite`, undefined, key);
    const second = await admin.post(`/users/${user.id}/invite`, undefined, key);

    expect(second.body).toEqual(first.body);
    const kept = await app.db
      .selectFrom("idempotency_keys")
      .select("answer")
      .where("key", "=", "invite-once")
      .executeTakeFirstOrThrow();
    expect(kept.answer?.toString("latin1")).not.toContain(linkSecretOf(first.body.url));
  });

  test("leave no secret in the audit trail", async ({ app }) => {
    const user = await givenUser(app, {}, null);
    const link = await createLink(
      testContext(app.db, { now: app.clock.now }),
      user.id,
      "invitation",
      "https://crm.example",
    );

    expect(JSON.stringify(await auditOf(app, user.id))).not.toContain(linkSecretOf(link.url));
  });
});
