import { describe, expect } from "vitest";
import { test } from "#app/testing.ts";
import { deleteExpiredSessions } from "./clean-up.commands.ts";
import { ensureFirstAdministrator } from "./first-administrator.commands.ts";
import { acceptLink, findUserOfLink } from "./links.commands.ts";
import { signIn } from "./sign-in.commands.ts";
import { aNewUser, goodPassword } from "./testing.ts";
import { createUser } from "./users.commands.ts";

const client = { address: "192.0.2.1", userAgent: null, secret: null };
const secretOf = (url: string | null) => url?.split("#")[1] ?? "";

describe("the first start", () => {
  test("makes the administrator and a link by which the password is set", async ({ ctx }) => {
    const url = await ensureFirstAdministrator(ctx, "https://crm.example");

    expect(url).toMatch(/^https:\/\/crm\.example\/set-password#[\w-]{43}$/);
    expect(await findUserOfLink(ctx, secretOf(url))).toMatchObject({ user_name: "admin", role: "admin" });
    await acceptLink(ctx, secretOf(url), goodPassword, client);
    const { ctx: signedIn } = await signIn(ctx, { userName: "admin", password: goodPassword }, client);
    expect(signedIn.actor.rights.has("users.admin")).toBe(true);
    expect(await ensureFirstAdministrator(ctx, "https://crm.example")).toBeNull();
  });

  test("gives a new link as long as nobody has set the password; the old one ends", async ({ ctx }) => {
    const first = await ensureFirstAdministrator(ctx, "https://crm.example");

    const second = await ensureFirstAdministrator(ctx, "https://crm.example");

    expect(second).not.toBe(first);
    expect(await findUserOfLink(ctx, secretOf(first))).toBeUndefined();
    expect(await findUserOfLink(ctx, secretOf(second))).toMatchObject({ user_name: "admin" });
    const { count } = await ctx.db
      .selectFrom("users")
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .executeTakeFirstOrThrow();
    expect(count).toBe(1);
  });

  test("links to an administrator who was added on the command line before", async ({ ctx }) => {
    const added = await createUser(ctx, aNewUser({ userName: "pulmu", role: "admin" }));

    const url = await ensureFirstAdministrator(ctx, "https://crm.example");

    expect(await findUserOfLink(ctx, secretOf(url))).toMatchObject({ id: added.id });
  });
});

describe("cleaning up", () => {
  test("deletes what is over and nothing else", async ({ ctx }) => {
    const user = await createUser(ctx, aNewUser());
    const moment = (days: number) => new Date(ctx.now.getTime() + days * 86_400_000).toISOString();
    for (const [hash, expires_at] of [
      ["over", moment(0)],
      ["open", moment(1)],
    ] as const) {
      const row = { token_hash: Buffer.from(hash), user_id: user.id, expires_at };
      await ctx.db
        .insertInto("sessions")
        .values({ ...row, user_agent: null, address: null })
        .execute();
      await ctx.db
        .insertInto("user_links")
        .values({ ...row, purpose: "reset" })
        .execute();
    }
    await ctx.db
      .insertInto("sign_in_attempts")
      .values([
        { subject: "user:old", failures: 9, window_started_at: moment(-1.01) },
        { subject: "user:new", failures: 9, window_started_at: moment(-0.9) },
      ])
      .execute();

    await deleteExpiredSessions(ctx);

    const left = await Promise.all([
      ctx.db.selectFrom("sessions").select("token_hash as key").execute(),
      ctx.db.selectFrom("user_links").select("token_hash as key").execute(),
      ctx.db.selectFrom("sign_in_attempts").select("subject as key").execute(),
    ]);
    expect(left.map((rows) => rows.map(({ key }) => key.toString()))).toEqual([
      ["open"],
      ["open"],
      ["user:new"],
    ]);
  });
});
