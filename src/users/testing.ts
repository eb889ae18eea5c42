import { clientWith, type TestAnswer, type TestApp, type TestClient, testContext } from "#app/testing.ts";
import { setPassword } from "./own-account.commands.ts";
import type { Role } from "./rights.rules.ts";
import { sessionCookie } from "./secrets.ts";
import { createUser } from "./users.commands.ts";
import type { NewUser, User } from "./users.contract.ts";

export const goodPassword = "correct horse battery";

let count = 0;

/** A valid new user with names nobody else has. */
export function aNewUser(overrides: Partial<NewUser> = {}): NewUser {
  count += 1;
  const userName = overrides.userName ?? `user${count}`;
  return {
    userName,
    email: `${userName}@house.example`,
    fullName: `User No. ${count}`,
    role: "crmUser",
    ...overrides,
  };
}

/** A user in the database, with `goodPassword` unless `password` is `null`. */
export async function givenUser(
  app: TestApp,
  overrides: Partial<NewUser> = {},
  password: string | null = goodPassword,
): Promise<User> {
  const ctx = testContext(app.db, { now: app.clock.now });
  const user = await createUser(ctx, aNewUser(overrides));
  if (password !== null) await setPassword(ctx, user.id, password);
  return user;
}

/** Value of the session cookie that an answer sets. */
export function cookieOf(answer: TestAnswer): string | undefined {
  const header = [answer.headers["set-cookie"] ?? ""].flat().join("\n");
  return new RegExp(`${sessionCookie}=([^;]+)`).exec(header)?.[1];
}

/** A browser with a session cookie, as the pages of Rapport use it. */
export function browserWith(app: TestApp, cookie: string, headers: Record<string, string> = {}): TestClient {
  return clientWith(app.api, { cookie: `${sessionCookie}=${cookie}`, "x-rapport-csrf": "1", ...headers });
}

/** A new user who has signed in. */
export async function givenBrowser(
  app: TestApp,
  overrides: Partial<NewUser> & { role?: Role } = {},
): Promise<{ user: User; browser: TestClient; cookie: string }> {
  const user = await givenUser(app, overrides);
  const { cookie, browser } = await signInAs(app, user.userName);
  return { user, browser, cookie };
}

/** Signs in with `goodPassword`; throws when that fails. */
export async function signInAs(
  app: TestApp,
  userName: string,
  headers: Record<string, string> = {},
): Promise<{ cookie: string; browser: TestClient }> {
  const anonymous = await app.as(null);
  const answer = await anonymous.post("/session", { userName, password: goodPassword }, headers);
  const cookie = cookieOf(answer);
  if (answer.status !== 200 || !cookie) throw new Error(`Sign-in failed: ${answer.text}`);
  return { cookie, browser: browserWith(app, cookie) };
}

/** Tries to sign in from an address of one's own, so that tests do not make each other wait. */
export async function signInFrom(app: TestApp, remoteAddress: string, userName: string, password: string) {
  const answer = await app.api.server.inject({
    method: "POST",
    url: "/api/v1/session",
    remoteAddress,
    headers: { "content-type": "application/json" },
    payload: JSON.stringify({ userName, password }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.json() };
}

/** What the audit trail says of a user, oldest first. */
export async function auditOf(app: TestApp, userId: number) {
  return app.db
    .selectFrom("audit_entries")
    .select(["action", "changes"])
    .where("resource", "=", "users")
    .where("resource_key", "=", String(userId))
    .orderBy("id")
    .execute();
}

/** The secret that stands behind `#` in a one-time link. */
export function linkSecretOf(url: string): string {
  return url.split("#")[1] ?? "";
}
