import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { invalidField, NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { signedInUserId } from "./actors.ts";
import { claimAttempt, forgiveAttempt, userSubject } from "./attempts.commands.ts";
import { passwordFault } from "./password.rules.ts";
import { hashPassword, verifyPassword } from "./passwords.ts";
import type { changeOwnSettings as changeOwnSettingsContract } from "./session.contract.ts";
import { endSessions } from "./sessions.commands.ts";

export type OwnSettings = Output<NonNullable<typeof changeOwnSettingsContract.body>>;

/** Changes the actor's own full name, language or theme. */
export function changeOwnSettings(ctx: Context, settings: OwnSettings): Promise<void> {
  const userId = signedInUserId(ctx);
  return inTransaction(ctx, async (tx) => {
    const before = await tx.db
      .selectFrom("users")
      .select(["full_name as fullName", "language", "theme"])
      .where("id", "=", userId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const changes = differences(before, settings as Partial<typeof before>);
    if (Object.keys(changes).length === 0) return;
    const after = { ...before, ...settings };
    await tx.db
      .updateTable("users")
      .set({ full_name: after.fullName, language: after.language, theme: after.theme })
      .set({ version: sql`version + 1`, last_modified_at: sql`now()` })
      .where("id", "=", userId)
      .execute();
    await recordChange(tx, { action: "user.changed", resource: "users", key: userId, changes });
  });
}

/**
 * Changes the actor's own password and ends the sessions of other browsers. 422 `password_wrong` when the old one
 * is wrong; those failures count like failures to sign in.
 */
export async function changeOwnPassword(
  ctx: Context,
  passwords: { readonly oldPassword: string; readonly newPassword: string },
  currentSecret: string,
): Promise<void> {
  const userId = signedInUserId(ctx);
  const user = await ctx.db
    .selectFrom("users")
    .select(["user_name as userName", "email", "password_hash"])
    .where("id", "=", userId)
    .executeTakeFirstOrThrow();
  const subjects = [userSubject(user.userName)];
  await claimAttempt(ctx, subjects);
  if (!(await verifyPassword(passwords.oldPassword, user.password_hash))) {
    throw invalidField("oldPassword", "password_wrong");
  }
  await forgiveAttempt(ctx, subjects);
  const hash = await hashNewPassword("newPassword", passwords.newPassword, user);
  await inTransaction(ctx, async (tx) => {
    await storePassword(tx, userId, hash);
    await endSessions(tx, userId, currentSecret);
  });
}

/** The hash of a password that keeps the rules; 422 at `path` otherwise. */
export async function hashNewPassword(
  path: string,
  password: string,
  owner: { readonly userName: string; readonly email: string },
): Promise<string> {
  const fault = passwordFault(password, owner);
  if (fault) throw invalidField(path, fault.code, fault.values);
  return hashPassword(password);
}

/** Stores a new password; links by which it could be set again end. */
export async function storePassword(tx: TransactionContext, userId: number, hash: string): Promise<void> {
  await tx.db.updateTable("users").set({ password_hash: hash }).where("id", "=", userId).execute();
  await tx.db.deleteFrom("user_links").where("user_id", "=", userId).execute();
  await recordChange(tx, { action: "user.passwordChanged", resource: "users", key: userId });
}

/**
 * Sets somebody's password without asking for the old one and ends their sessions; for the program itself, such as
 * the demo company's users. 422 at `password` when it breaks a rule.
 */
export async function setPassword(ctx: Context, userId: number, password: string): Promise<void> {
  const owner = await ctx.db
    .selectFrom("users")
    .select(["user_name as userName", "email"])
    .where("id", "=", userId)
    .executeTakeFirst();
  if (!owner) throw new NotFound("user_not_found");
  const hash = await hashNewPassword("password", password, owner);
  await inTransaction(ctx, async (tx) => {
    await storePassword(tx, userId, hash);
    await endSessions(tx, userId);
  });
}
