import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { Conflict, type FieldError, invalidField } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { findUses } from "#setup/index.ts";
import { lockSalesperson } from "./salespeople.commands.ts";
import type { SalespersonRow } from "./salespeople.queries.ts";
import { refuseSalesperson } from "./salespeople.rules.ts";

interface DeleteOptions {
  /** Code of the salesperson who takes the contacts over. */
  readonly reassignTo?: string | undefined;
  readonly ifMatch?: number | null;
}

/**
 * Deletes a salesperson whom nothing names (contacts §1.3). Contacts pass to `reassignTo`; without it they are in
 * the way, as are the log, segments and their lines, a user and the marketing set-up.
 *
 * @throws NotFound `not_found`, Conflict `setup_in_use`, Invalid `not_found`, `salesperson_blocked` or
 * `salesperson_privacy_blocked` at `reassignTo`, Stale `stale_version`
 */
export function deleteSalesperson(
  ctx: Context,
  code: string,
  { reassignTo, ifMatch = null }: DeleteOptions,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const salesperson = await lockSalesperson(tx.db, code);
    expectVersion(salesperson, ifMatch);
    const reassigned = reassignTo === undefined ? 0 : await reassignContacts(tx.db, salesperson, reassignTo);
    await refuseWhileNamed(tx.db, salesperson);
    await tx.db.deleteFrom("salespeople").where("id", "=", salesperson.id).execute();
    const changes = reassignTo === undefined ? {} : { reassignTo, contacts: reassigned };
    await recordChange(tx, { action: "salesperson.deleted", resource: "salespeople", key: code, changes });
  });
}

/** Hands every contact over in one statement; returns how many. */
async function reassignContacts(tx: Tx, from: SalespersonRow, code: string): Promise<number> {
  const heir = await tx
    .selectFrom("salespeople")
    .select(["id", "blocked", "privacy_blocked as privacyBlocked"])
    .where("code", "=", code)
    .forShare()
    .executeTakeFirst();
  if (!heir || heir.id === from.id) throw invalidField("reassignTo", "not_found");
  const refusal = refuseSalesperson(heir);
  if (refusal) throw invalidField("reassignTo", refusal, { salespersonCode: code });
  const { numUpdatedRows } = await tx
    .updateTable("contacts")
    .set({ salesperson_id: heir.id, version: sql`version + 1`, last_modified_at: sql`now()` })
    .where("salesperson_id", "=", from.id)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

const onSegments = { path: "code", code: "salesperson_on_segments" };

/** What to do about each kind of record that names a salesperson; other kinds speak for themselves. */
const advice: Readonly<Record<string, Omit<FieldError, "values">>> = {
  contacts: { path: "reassignTo", code: "salesperson_has_contacts" },
  "interaction-log-entries": { path: "blocked", code: "salesperson_in_log" },
  tasks: { path: "code", code: "salesperson_open_tasks" },
  opportunities: { path: "code", code: "salesperson_open_opportunities" },
  segments: onSegments,
  "segment-lines": onSegments,
  users: { path: "code", code: "salesperson_of_user" },
  "marketing-setup": { path: "defaultSalespersonCode", code: "salesperson_is_default" },
};

async function refuseWhileNamed(tx: Tx, { id, code }: SalespersonRow): Promise<void> {
  const usedBy = await findUses(tx, "salespeople", id);
  if (usedBy.length === 0) return;
  const errors = new Set(usedBy.flatMap((resource) => advice[resource] ?? []));
  throw new Conflict(
    "setup_in_use",
    { key: code, usedBy },
    [...errors].map((error) => ({ ...error, values: { salespersonCode: code } })),
  );
}
