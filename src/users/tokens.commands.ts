import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import type { Right, Role } from "./rights.rules.ts";
import { hashOfSecret, newSecret, tokenPrefix } from "./secrets.ts";

export interface NewToken {
  readonly name: string;
  readonly role: Role;
  /** Single rights of the role; `null` = all. */
  readonly narrowedTo?: readonly Right[] | null;
  /** RFC 3339; `null` = never. */
  readonly expiresAt?: string | null;
  /** The user on whose behalf it acts. */
  readonly userId?: number | null;
}

/** Creates an API token. The secret is returned once and never stored. */
export function createToken(ctx: Context, token: NewToken): Promise<{ id: number; secret: string }> {
  return inTransaction(ctx, async (tx) => {
    const secret = `${tokenPrefix}${newSecret()}`;
    const { id } = await tx.db
      .insertInto("api_tokens")
      .values({
        name: token.name,
        token_hash: hashOfSecret(secret),
        prefix: secret.slice(0, tokenPrefix.length + 6),
        role: token.role,
        narrowed_to: token.narrowedTo ? [...token.narrowedTo] : null,
        user_id: token.userId ?? null,
        expires_at: token.expiresAt ?? null,
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
      changes: { name: token.name, role: token.role },
    });
    return { id, secret };
  });
}
