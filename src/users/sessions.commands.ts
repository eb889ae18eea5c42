import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { NotFound } from "#platform/errors.ts";
import { cutText } from "#platform/text.rules.ts";
import { signedInUserId } from "./actors.ts";
import { hashOfSecret, newSecret } from "./secrets.ts";

/** The browser that signs in. */
export interface Client {
  readonly address: string;
  readonly userAgent: string | null;
  /** Secret of the session cookie it sent along, if any. */
  readonly secret: string | null;
}

export const sessionDays = 30;

/** Opens a session and ends the one whose cookie was sent along. Returns the cookie's new secret. */
export async function startSession(tx: TransactionContext, userId: number, client: Client): Promise<string> {
  if (client.secret) await endSession(tx, client.secret);
  const secret = newSecret();
  await tx.db
    .insertInto("sessions")
    .values({
      token_hash: hashOfSecret(secret),
      user_id: userId,
      created_at: tx.now.toISOString(),
      last_seen_at: tx.now.toISOString(),
      expires_at: new Date(tx.now.getTime() + sessionDays * 24 * 60 * 60 * 1_000).toISOString(),
      user_agent: client.userAgent === null ? null : cutText(client.userAgent, 300),
      address: client.address,
    })
    .execute();
  return secret;
}

/** Ends the session of a cookie; one that is over already stays over. */
export async function endSession(ctx: Context, secret: string): Promise<void> {
  await ctx.db.deleteFrom("sessions").where("token_hash", "=", hashOfSecret(secret)).execute();
}

/** Ends the sessions of a user, except that of one cookie. */
export async function endSessions(
  ctx: Context,
  userId: number,
  exceptSecret: string | null = null,
): Promise<void> {
  let ending = ctx.db.deleteFrom("sessions").where("user_id", "=", userId);
  if (exceptSecret !== null) ending = ending.where("token_hash", "!=", hashOfSecret(exceptSecret));
  await ending.execute();
}

/** Names a session in public: derived from what is stored, of no use as a secret. */
export const publicSessionId = sql<string>`left(encode(sha256(token_hash), 'hex'), 32)`;

/** Ends one of the actor's own sessions by its public id. */
export async function endOwnSession(ctx: Context, id: string): Promise<void> {
  const ended = await ctx.db
    .deleteFrom("sessions")
    .where("user_id", "=", signedInUserId(ctx))
    .where(publicSessionId, "=", id)
    .executeTakeFirstOrThrow();
  if (ended.numDeletedRows === 0n) throw new NotFound("session_not_found");
}
