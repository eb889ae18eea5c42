import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { invalidField, NotFound } from "#platform/errors.ts";
import { requireGrantable } from "./actors.ts";
import { type GrantedRights, type Right, type Role, rightsOfToken, rightsOfUser } from "./rights.rules.ts";
import { hashOfSecret, newSecret, tokenPrefix } from "./secrets.ts";

export interface NewToken {
  readonly name: string;
  readonly role: Role;
  /** Single rights of the role; `null` = all. */
  readonly narrowedTo?: readonly Right[] | null | undefined;
  /** For the address book of a device: the API refuses it. */
  readonly addressBookOnly?: boolean;
  /** RFC 3339; `null` = never. */
  readonly expiresAt?: string | null | undefined;
  /** The user on whose behalf it acts. */
  readonly userName?: string | null | undefined;
}

/**
 * Creates an API token. The secret is returned once and never stored. It may do no more than its creator and its
 * user may: 403 `rights_exceed_own`, 422 `token_exceeds_user`, `right_not_in_role`, `expiry_past`.
 */
export function createToken(ctx: Context, token: NewToken): Promise<{ id: number; secret: string }> {
  return inTransaction(ctx, async (tx) => {
    const { name, role, narrowedTo = null, addressBookOnly = false, expiresAt = null } = token;
    if (expiresAt !== null && new Date(expiresAt) <= tx.now) throw invalidField("expiresAt", "expiry_past");
    const user = token.userName ? await findUserByName(tx, token.userName) : null;
    const rights = rightsWithoutBounds({ role, narrowedTo }, user);
    requireGrantable(tx.actor, rights);
    if (user) refuseExcess(rights, user);

    const secret = `${tokenPrefix}${newSecret()}`;
    const { id } = await tx.db
      .insertInto("api_tokens")
      .values({
        name,
        token_hash: hashOfSecret(secret),
        prefix: secret.slice(0, tokenPrefix.length + 6),
        role,
        narrowed_to: narrowedTo && [...new Set(narrowedTo)],
        address_book_only: addressBookOnly,
        user_id: user?.id ?? null,
        expires_at: expiresAt,
        revoked_at: null,
        last_used_at: null,
        created_by: tx.actor.name,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordChange(tx, {
      action: "token.created",
      resource: "tokens",
      key: id,
      changes: {
        name,
        role,
        rights: narrowedTo,
        addressBookOnly,
        expiresAt,
        userName: user?.userName ?? null,
      },
    });
    return { id, secret };
  });
}

interface TokenUser extends GrantedRights {
  readonly id: number;
  readonly userName: string;
}

async function findUserByName(tx: TransactionContext, userName: string): Promise<TokenUser> {
  const user = await tx.db
    .selectFrom("users")
    .select(["id", "user_name as userName", "role", "extra_rights as extraRights"])
    .where(sql<boolean>`lower(user_name) = lower(${userName})`)
    .executeTakeFirst();
  if (!user) throw invalidField("userName", "not_found");
  return user;
}

/** The rights that are asked for; 422 `right_not_in_role` for one that the role does not include. */
function rightsWithoutBounds(
  token: { readonly role: Role; readonly narrowedTo: readonly Right[] | null },
  user: GrantedRights | null,
): ReadonlySet<Right> {
  const asUserOfRole = user?.role === token.role ? user : null;
  const rights = rightsOfToken(token, asUserOfRole);
  const missing = token.narrowedTo?.find((right) => !rights.has(right));
  if (missing) throw invalidField("rights", "right_not_in_role", { right: missing, role: token.role });
  return rights;
}

function refuseExcess(rights: ReadonlySet<Right>, user: TokenUser): void {
  const ofUser = rightsOfUser(user);
  const excess = [...rights].filter((right) => !ofUser.has(right));
  if (excess.length === 0) return;
  throw invalidField("role", "token_exceeds_user", { userName: user.userName, rights: excess });
}

/** Revokes a token from this moment on; one that is revoked stays so. */
export function revokeToken(ctx: Context, id: number): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const token = await tx.db
      .selectFrom("api_tokens")
      .select(["name", "revoked_at"])
      .where("id", "=", id)
      .forUpdate()
      .executeTakeFirst();
    if (!token) throw new NotFound("token_not_found");
    if (token.revoked_at !== null) return;
    await tx.db
      .updateTable("api_tokens")
      .set({ revoked_at: tx.now.toISOString(), version: sql`version + 1` })
      .where("id", "=", id)
      .execute();
    await recordChange(tx, {
      action: "token.revoked",
      resource: "tokens",
      key: id,
      changes: { name: token.name },
    });
  });
}
