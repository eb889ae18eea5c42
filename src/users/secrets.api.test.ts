import pino from "pino";
import { expect } from "vitest";
import { clientWith, type TestApp, test } from "#app/testing.ts";
import { browserWith, cookieOf, givenUser } from "./testing.ts";

const password = "a password nobody may read";

/** Everything the server writes into its log from now on, at the most talkative level. */
function listenToLog(app: TestApp): string[] {
  const lines: string[] = [];
  Object.assign(app.api.server.log, {
    level: "trace",
    [pino.symbols.streamSym]: { write: (line: string) => lines.push(line) },
  });
  return lines;
}

test("no password, cookie, link or token is written to the log or stands in a table", async ({ app }) => {
  const lines = listenToLog(app);
  const anonymous = await app.as(null);
  const admin = await app.as("admin");
  const user = await givenUser(app, { role: "admin" }, null);

  const link = (
    await admin.post(`/users/${user.id}/invite`, undefined, { "idempotency-key": "k1" })
  ).body.url.split("#")[1];
  await anonymous.get(`/links/${link}`);
  const accepted = await anonymous.post(`/links/${link}/accept`, { password }, { "idempotency-key": "k2" });
  await anonymous.post("/session", { userName: user.userName, password: `${password}!` });
  const signedIn = await anonymous.post(
    "/session",
    { userName: user.userName, password },
    { "idempotency-key": "k3" },
  );
  const browser = browserWith(app, cookieOf(signedIn)!);
  const token = (
    await browser.post("/tokens", { name: "Quiet", role: "viewer" }, { "idempotency-key": "k4" })
  ).body.secret;
  await clientWith(app.api, { authorization: `Bearer ${token}` }).get("/session?unknown=1");
  await browser.post("/session/password", { oldPassword: password, newPassword: `${password} at all` });

  const secrets = [password, link, token, cookieOf(accepted)!, cookieOf(signedIn)!];
  expect(secrets.every((secret) => typeof secret === "string" && secret.length > 20)).toBe(true);
  expect(lines.length).toBeGreaterThan(6);
  const written = lines.join("") + (await everyRow(app));
  expect(written).toContain("user.passwordChanged");
  expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
});

/** Every row of the tables that have to do with access, bytes as text. */
async function everyRow(app: TestApp): Promise<string> {
  const rows = await Promise.all([
    app.db.selectFrom("users").selectAll().execute(),
    app.db.selectFrom("sessions").selectAll().execute(),
    app.db.selectFrom("user_links").selectAll().execute(),
    app.db.selectFrom("api_tokens").selectAll().execute(),
    app.db.selectFrom("sign_in_attempts").selectAll().execute(),
    app.db.selectFrom("audit_entries").selectAll().execute(),
    app.db.selectFrom("idempotency_keys").selectAll().execute(),
  ]);
  return JSON.stringify(rows, (_key, value) =>
    value?.type === "Buffer" ? Buffer.from(value.data).toString("latin1") : value,
  );
}
