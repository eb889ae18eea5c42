import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Unauthenticated } from "#platform/errors.ts";
import { type ActingUser, actingAs } from "./actors.ts";
import {
  addressSubject,
  claimAttempt,
  forgiveAttempt,
  unknownSubject,
  userSubject,
} from "./attempts.commands.ts";
import { hashPassword, isOutdatedHash, verifyPassword } from "./passwords.ts";
import { type Client, startSession } from "./sessions.commands.ts";

/** Somebody who is signed in now. */
export interface SignedIn {
  /** The context with the user as actor. */
  readonly ctx: Context;
  /** Value of the session cookie. */
  readonly secret: string;
}

interface UserWithPassword extends ActingUser {
  readonly password_hash: string | null;
  readonly disabled: boolean;
}

/**
 * Signs in by user name or e-mail address. An unknown user, a disabled one, one without a password and a wrong
 * password cannot be told apart: 401 `sign_in_failed` after the same time. 429 `too_many_attempts` while one waits.
 */
export async function signIn(
  ctx: Context,
  credentials: { readonly userName: string; readonly password: string },
  client: Client,
): Promise<SignedIn> {
  const user = await findByNameOrEmail(ctx, credentials.userName);
  const subjects = [
    addressSubject(client.address),
    user ? userSubject(user.user_name) : unknownSubject(credentials.userName),
  ];
  await claimAttempt(ctx, subjects);
  const hash = user && !user.disabled ? user.password_hash : null;
  const isRight = await verifyPassword(credentials.password, hash);
  if (!isRight || !user || hash === null) throw new Unauthenticated("sign_in_failed");

  const renewedHash = isOutdatedHash(hash) ? await hashPassword(credentials.password) : null;
  return inTransaction(actingAs(ctx, user), async (tx) => {
    await requireUnchanged(tx, user.id, hash);
    await forgiveAttempt(tx, subjects);
    if (renewedHash) {
      await tx.db
        .updateTable("users")
        .set({ password_hash: renewedHash })
        .where("id", "=", user.id)
        .execute();
    }
    const secret = await startSession(tx, user.id, client);
    await recordChange(tx, { action: "user.signedIn", resource: "users", key: user.id });
    return { ctx: { ...tx, db: ctx.db }, secret };
  });
}

/** Checking takes a moment: a user disabled or given another password meanwhile is not let in. */
async function requireUnchanged(tx: TransactionContext, userId: number, hash: string): Promise<void> {
  const unchanged = await tx.db
    .selectFrom("users")
    .select("id")
    .where("id", "=", userId)
    .where("password_hash", "=", hash)
    .where("disabled", "=", false)
    .forUpdate()
    .executeTakeFirst();
  if (!unchanged) throw new Unauthenticated("sign_in_failed");
}

async function findByNameOrEmail(ctx: Context, typed: string): Promise<UserWithPassword | undefined> {
  return ctx.db
    .selectFrom("users")
    .select(["id", "user_name", "email", "full_name", "role", "extra_rights", "salesperson_id"])
    .select(["password_hash", "disabled"])
    .where(({ or }) =>
      or([sql<boolean>`lower(user_name) = lower(${typed})`, sql<boolean>`lower(email) = lower(${typed})`]),
    )
    .executeTakeFirst();
}
