import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, NotFound } from "#platform/errors.ts";
import { actingAs, requireGrantable } from "./actors.ts";
import { hashNewPassword, storePassword } from "./own-account.commands.ts";
import { rightsOfUser } from "./rights.rules.ts";
import { hashOfSecret, newSecret } from "./secrets.ts";
import { type Client, endSessions, startSession } from "./sessions.commands.ts";
import type { SignedIn } from "./sign-in.commands.ts";
import type { OneTimeLink } from "./users.contract.ts";

export type LinkPurpose = "invitation" | "reset";

const hoursValid: Readonly<Record<LinkPurpose, number>> = { invitation: 7 * 24, reset: 24 };

/**
 * A link by which a user sets a password, once. Earlier links of the user end. The secret stands behind `#`, which
 * browsers send to no server, so that no log on the way sees it.
 */
export function createLink(
  ctx: Context,
  userId: number,
  purpose: LinkPurpose,
  baseUrl: string,
): Promise<OneTimeLink> {
  return inTransaction(ctx, async (tx) => {
    const user = await tx.db
      .selectFrom("users")
      .select(["id", "role", "extra_rights", "disabled"])
      .where("id", "=", userId)
      .forUpdate()
      .executeTakeFirst();
    if (!user) throw new NotFound("user_not_found");
    // Whoever sets a password can be its user.
    requireGrantable(tx.actor, rightsOfUser({ role: user.role, extraRights: user.extra_rights }));
    if (user.disabled) throw new Conflict("user_disabled");

    const secret = newSecret();
    const expiresAt = new Date(tx.now.getTime() + hoursValid[purpose] * 60 * 60 * 1_000).toISOString();
    await endLinks(tx, userId);
    await tx.db
      .insertInto("user_links")
      .values({
        token_hash: hashOfSecret(secret),
        user_id: userId,
        purpose,
        created_at: tx.now.toISOString(),
        expires_at: expiresAt,
      })
      .execute();
    const action = purpose === "invitation" ? "user.invited" : "user.resetOffered";
    await recordChange(tx, { action, resource: "users", key: userId, changes: { expiresAt } });
    return { url: `${baseUrl}/set-password#${secret}`, expiresAt };
  });
}

export async function endLinks(tx: TransactionContext, userId: number): Promise<void> {
  await tx.db.deleteFrom("user_links").where("user_id", "=", userId).execute();
}

/**
 * Sets the password by a link and signs in; the link is used up and every other session of the user ends.
 * 409 `link_invalid` when it is used, expired, unknown, or its user disabled.
 */
export async function acceptLink(
  ctx: Context,
  linkSecret: string,
  password: string,
  client: Client,
): Promise<SignedIn> {
  const user = await findUserOfLink(ctx, linkSecret);
  if (!user) throw new Conflict("link_invalid");
  const hash = await hashNewPassword("password", password, { userName: user.user_name, email: user.email });
  return inTransaction(actingAs(ctx, user), async (tx) => {
    const used = await tx.db
      .deleteFrom("user_links")
      .where("token_hash", "=", hashOfSecret(linkSecret))
      .executeTakeFirstOrThrow();
    // Somebody else was quicker while the password was hashed.
    if (used.numDeletedRows === 0n) throw new Conflict("link_invalid");
    await storePassword(tx, user.id, hash);
    await endSessions(tx, user.id);
    const secret = await startSession(tx, user.id, client);
    return { ctx: { ...tx, db: ctx.db }, secret };
  });
}

/** The enabled user of a link that is still valid. */
export async function findUserOfLink(ctx: Context, secret: string) {
  return ctx.db
    .selectFrom("user_links")
    .innerJoin("users", "users.id", "user_links.user_id")
    .select([
      "users.id",
      "users.user_name",
      "users.email",
      "users.full_name",
      "users.role",
      "users.extra_rights",
      "users.salesperson_id",
      "user_links.purpose",
      "user_links.expires_at",
    ])
    .where("user_links.token_hash", "=", hashOfSecret(secret))
    .where("user_links.expires_at", ">", ctx.now.toISOString())
    .where("users.disabled", "=", false)
    .executeTakeFirst();
}
