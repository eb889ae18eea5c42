import type { Context, Db } from "#app/database.ts";
import { NotFound } from "#platform/errors.ts";
import { signedInUserId } from "./actors.ts";
import type { Right } from "./rights.rules.ts";
import { createToken, revokeToken } from "./tokens.commands.ts";
import type { Token } from "./tokens.contract.ts";
import { listAddressBookTokensOf } from "./tokens.queries.ts";

/** What the address book of a device takes. */
const addressBookRights: readonly Right[] = ["contacts.read"];

/** Tokens of the actor's own devices that are not revoked. @throws Forbidden `session_required` */
export async function listAddressBookTokens(ctx: Context): Promise<Token[]> {
  return listAddressBookTokensOf(ctx.db, signedInUserId(ctx));
}

/**
 * A token for the address book of one device: nothing else takes it. It does not expire, because a telephone that
 * falls silent on a day nobody remembers is worse than one that is listed with its last use and can be revoked; it ends
 * with its user. @throws Forbidden `session_required`
 */
export async function createAddressBookToken(ctx: Context, name: string) {
  signedInUserId(ctx);
  const { role, name: userName } = ctx.actor;
  return createToken(ctx, {
    name,
    role,
    userName,
    narrowedTo: addressBookRights,
    addressBookOnly: true,
    expiresAt: null,
  });
}

/** @throws Forbidden `session_required`; NotFound `token_not_found`, also for tokens of others */
export async function revokeAddressBookToken(ctx: Context, id: number): Promise<void> {
  await requireOwn(ctx.db, signedInUserId(ctx), id);
  await revokeToken(ctx, id);
}

async function requireOwn(db: Db, userId: number, id: number): Promise<void> {
  const own = await db
    .selectFrom("api_tokens")
    .select("id")
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .where("address_book_only", "=", true)
    .executeTakeFirst();
  if (!own) throw new NotFound("token_not_found");
}
