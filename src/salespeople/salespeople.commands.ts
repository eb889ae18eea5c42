import { sql, type Updateable } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import type { NewSalesperson, Salesperson, SalespersonChanges } from "./salespeople.contract.ts";
import { presentSalesperson, type SalespersonRow, salespersonNotFound } from "./salespeople.queries.ts";
import type { SalespeopleTables } from "./salespeople.tables.ts";

const constraint = "salespeople_code_key";

/** @throws Conflict `duplicate` */
export function createSalesperson(ctx: Context, input: NewSalesperson): Promise<Salesperson> {
  return inTransaction(ctx, async (tx) => {
    const row = await refusingDuplicates({ constraint, key: input.code }, () =>
      tx.db
        .insertInto("salespeople")
        .values({
          name: null,
          job_title: null,
          email: null,
          email2: null,
          phone_no: null,
          ...columnsOf(input),
          code: input.code,
        })
        .returningAll()
        .executeTakeFirstOrThrow(),
    );
    await recordChange(tx, {
      action: "salesperson.created",
      resource: "salespeople",
      key: row.code,
      changes: differences({}, columnsOf(input)),
    });
    return presentSalesperson(row);
  });
}

/** @throws NotFound `not_found`, Conflict `duplicate`, Stale `stale_version` */
export function changeSalesperson(
  ctx: Context,
  code: string,
  input: SalespersonChanges,
  ifMatch: number | null,
): Promise<Salesperson> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockSalesperson(tx.db, code);
    expectVersion(before, ifMatch);
    const values = columnsOf(input);
    const changes = differences<Record<string, unknown>>({ ...before }, values);
    if (Object.keys(changes).length === 0) return presentSalesperson(before);

    const row = await refusingDuplicates({ constraint, key: input.code ?? code }, () =>
      tx.db
        .updateTable("salespeople")
        .set({ ...values, version: before.version + 1, last_modified_at: sql`now()` })
        .where("id", "=", before.id)
        .returningAll()
        .executeTakeFirstOrThrow(),
    );
    await recordChange(tx, { action: "salesperson.changed", resource: "salespeople", key: code, changes });
    return presentSalesperson(row);
  });
}

/** @throws NotFound `not_found` */
export async function lockSalesperson(tx: Tx, code: string): Promise<SalespersonRow> {
  const row = await tx
    .selectFrom("salespeople")
    .selectAll()
    .where("code", "=", code)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw salespersonNotFound(code);
  return row;
}

/** The columns of the fields that are given. */
function columnsOf(input: SalespersonChanges): Updateable<SalespeopleTables["salespeople"]> {
  const columns = {
    code: input.code,
    name: input.name,
    job_title: input.jobTitle,
    email: input.email,
    email2: input.email2,
    phone_no: input.phoneNo,
    commission_percent: input.commissionPercent,
    privacy_blocked: input.privacyBlocked,
    blocked: input.blocked,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
