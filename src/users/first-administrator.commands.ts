import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { createLink } from "./links.commands.ts";
import { createUser } from "./users.commands.ts";

/**
 * The one-time link by which the operator sets the administrator's password: for the user `admin`, made when there
 * is no user yet, or for an administrator while none has ever set a password. Earlier links end. `null` as soon as
 * somebody can administer.
 */
export function ensureFirstAdministrator(ctx: Context, baseUrl: string): Promise<string | null> {
  return inTransaction(ctx, async (tx) => {
    // Two programs that start at the same time make one administrator.
    await sql`select pg_advisory_xact_lock(hashtext('rapport.first-administrator'))`.execute(tx.db);
    const id = await administratorWithoutPassword(tx);
    return id === null ? null : (await createLink(tx, id, "invitation", baseUrl)).url;
  });
}

async function administratorWithoutPassword(tx: TransactionContext): Promise<number | null> {
  const { rows } = await sql<{ id: number; has_password: boolean }>`
    select id, password_hash is not null as has_password from users
     where role = 'admin' and not disabled order by id`.execute(tx.db);
  if (rows.some((row) => row.has_password)) return null;
  if (rows[0]) return rows[0].id;
  const anybody = await tx.db.selectFrom("users").select("id").limit(1).executeTakeFirst();
  if (anybody) return null;
  const administrator = await createUser(tx, {
    userName: "admin",
    // Required and unique; the administrator enters the real address in the list of users.
    email: "admin@localhost.invalid",
    fullName: "Administrator",
    role: "admin",
  });
  return administrator.id;
}
