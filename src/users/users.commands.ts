import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, invalidField, NotFound } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { refuseUnknownReferences, resolveReferences } from "#setup/index.ts";
import { requireGrantable } from "./actors.ts";
import { endLinks } from "./links.commands.ts";
import { rightsOfUser } from "./rights.rules.ts";
import { endSessions } from "./sessions.commands.ts";
import type { NewUser, User, UserChange } from "./users.contract.ts";
import { getUser } from "./users.queries.ts";
import { type Administrable, isEnabledAdministrator, losesLastAdministrator } from "./users.rules.ts";

/** Creates a user without a password; a link (`createLink`) lets them set one. */
export function createUser(ctx: Context, user: NewUser): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const extraRights = withoutRepeats(user.extraRights ?? []);
    requireGrantable(tx.actor, rightsOfUser({ role: user.role, extraRights }));
    const salespersonId = await choosableSalesperson(tx, user.salespersonCode ?? null);
    const { id } = await tx.db
      .insertInto("users")
      .values({
        user_name: user.userName,
        email: user.email,
        full_name: user.fullName,
        password_hash: null,
        role: user.role,
        extra_rights: extraRights,
        salesperson_id: salespersonId,
        language: user.language ?? sql`(select language from company_information)`,
        disabled: user.disabled ?? false,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const { userName, role } = user;
    await recordChange(tx, {
      action: "user.created",
      resource: "users",
      key: id,
      changes: { userName, role, extraRights },
    });
    return getUser(tx.db, id);
  });
}

/** Changes a user; disabling ends the sessions and links. 409 `last_admin`, 412 when `seenVersion` is not current. */
export function changeUser(
  ctx: Context,
  id: number,
  change: UserChange,
  seenVersion: number | null,
): Promise<User> {
  return inTransaction(ctx, async (tx) => {
    const otherAdministrators = await lockUser(tx, id);
    const before = await getUser(tx.db, id);
    expectVersion(before, seenVersion);
    const after: User = {
      ...before,
      ...(change as Partial<User>),
      extraRights: withoutRepeats(change.extraRights ?? before.extraRights),
    };
    requireGrantable(tx.actor, rightsOfUser(before));
    requireGrantable(tx.actor, rightsOfUser(after));
    refuseLastAdministrator(before, after, otherAdministrators);
    const changes = differences(before, after);
    if (Object.keys(changes).length === 0) return before;

    const salesperson = changes.salespersonCode && {
      salesperson_id: await choosableSalesperson(tx, after.salespersonCode),
    };
    await tx.db
      .updateTable("users")
      .set({
        user_name: after.userName,
        email: after.email,
        full_name: after.fullName,
        role: after.role,
        extra_rights: after.extraRights,
        language: after.language,
        disabled: after.disabled,
        ...salesperson,
      })
      .set({ version: sql`version + 1`, last_modified_at: sql`now()` })
      .where("id", "=", id)
      .execute();
    if (after.disabled) {
      await endSessions(tx, id);
      await endLinks(tx, id);
    }
    await recordChange(tx, { action: "user.changed", resource: "users", key: id, changes });
    return getUser(tx.db, id);
  });
}

/** Deletes a user with sessions, links and tokens. 409 `last_admin`. */
export function deleteUser(ctx: Context, id: number): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const otherAdministrators = await lockUser(tx, id);
    const user = await getUser(tx.db, id);
    requireGrantable(tx.actor, rightsOfUser(user));
    refuseLastAdministrator(user, null, otherAdministrators);
    await tx.db.deleteFrom("users").where("id", "=", id).execute();
    const { userName, role } = user;
    await recordChange(tx, {
      action: "user.deleted",
      resource: "users",
      key: id,
      changes: { userName, role },
    });
  });
}

/**
 * Locks the user together with every enabled administrator, in one order, so that of two changes at the same time
 * the second sees what the first left. Returns how many further enabled administrators there are.
 */
async function lockUser(tx: TransactionContext, id: number): Promise<number> {
  const { rows } = await sql<{ id: number } & Administrable>`
    select id, role, disabled from users
     where id = ${id} or (role = 'admin' and not disabled) order by id for update`.execute(tx.db);
  if (!rows.some((row) => row.id === id)) throw new NotFound("user_not_found");
  return rows.filter((row) => row.id !== id && isEnabledAdministrator(row)).length;
}

function refuseLastAdministrator(before: Administrable, after: Administrable | null, others: number): void {
  if (losesLastAdministrator(before, after, others)) throw new Conflict("last_admin");
}

/** The id behind a salesperson's code; one that is blocked cannot be chosen anew (contacts §1.3). */
async function choosableSalesperson(tx: TransactionContext, code: string | null): Promise<number | null> {
  const { rows, notFound } = await resolveReferences(
    tx.db,
    { salespersonCode: "salespeople" },
    { salespersonCode: code },
  );
  refuseUnknownReferences(notFound);
  const salesperson = rows.salespersonCode;
  if (salesperson?.blocked)
    throw invalidField("salespersonCode", "salesperson_blocked", { salespersonCode: salesperson.code });
  return salesperson?.id ?? null;
}

function withoutRepeats<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
