import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { refuseWhileInUse } from "../uses.queries.ts";
import type { AnySetupList } from "./define-setup-list.contract.ts";
import {
  codeNotFound,
  columnOf,
  columnsOf,
  presentSetupItem,
  type SetupItem,
  type SetupRow,
  tableOf,
} from "./setup-lists.queries.ts";

/** Values of an item by field; those that are left out are blank in a new row and unchanged in one that exists. */
export interface SetupItemInput {
  readonly code?: string | undefined;
  readonly [field: string]: unknown;
}

/** @throws Conflict `duplicate` */
export function createSetupItem(
  ctx: Context,
  list: AnySetupList,
  input: SetupItemInput & { readonly code: string },
): Promise<SetupItem> {
  return inTransaction(ctx, async (tx) => {
    const fields = Object.entries(list.fields);
    const columns = ["code", ...fields.map(([field]) => columnOf(field))];
    const values = [input.code, ...fields.map(([field, { blank }]) => input[field] ?? blank)];
    const table = tableOf(list);
    const { rows } = await refusingDuplicates({ constraint: `${table}_code_key`, key: input.code }, () =>
      sql<SetupRow>`
        insert into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
        values (${sql.join(values.map((value) => sql`${value}`))}) returning ${columnsOf(list)}`.execute(
        tx.db,
      ),
    );
    const item = presentSetupItem(list, rows[0]!);
    await recordChange(tx, {
      action: `${eventOf(list)}.created`,
      resource: list.resource,
      key: item.code,
      changes: differences({}, contentOf(item), []),
    });
    return item;
  });
}

/**
 * Changes an item; its code too, which shows everywhere at once because other records name it by id.
 *
 * @throws NotFound `not_found`, Conflict `duplicate`, Stale `stale_version`
 */
export function changeSetupItem(
  ctx: Context,
  list: AnySetupList,
  code: string,
  input: SetupItemInput,
  ifMatch: number | null,
): Promise<SetupItem> {
  return inTransaction(ctx, async (tx) => {
    const row = await lockItem(tx.db, list, code);
    expectVersion(row, ifMatch);
    const before = presentSetupItem(list, row);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const changes = differences(before, given, []);
    const changed = Object.keys(changes);
    if (changed.length === 0) return before;

    const assignments = changed.map((field) => sql`${sql.ref(columnOf(field))} = ${given[field]}`);
    const table = tableOf(list);
    const { rows } = await refusingDuplicates(
      { constraint: `${table}_code_key`, key: String(given.code) },
      () =>
        sql<SetupRow>`
        update ${sql.table(table)}
           set ${sql.join(assignments)}, version = version + 1, last_modified_at = now()
         where id = ${row.id} returning ${columnsOf(list)}`.execute(tx.db),
    );
    await recordChange(tx, {
      action: `${eventOf(list)}.changed`,
      resource: list.resource,
      key: code,
      changes,
    });
    return presentSetupItem(list, rows[0]!);
  });
}

/** @throws NotFound `not_found`, Conflict `setup_in_use`, Stale `stale_version` */
export function deleteSetupItem(
  ctx: Context,
  list: AnySetupList,
  code: string,
  ifMatch: number | null,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const row = await lockItem(tx.db, list, code);
    expectVersion(row, ifMatch);
    await refuseWhileInUse(tx.db, tableOf(list), row);
    await sql`delete from ${sql.table(tableOf(list))} where id = ${row.id}`.execute(tx.db);
    await recordChange(tx, { action: `${eventOf(list)}.deleted`, resource: list.resource, key: code });
  });
}

async function lockItem(tx: Tx, list: AnySetupList, code: string): Promise<SetupRow> {
  const { rows } = await sql<SetupRow>`
    select ${columnsOf(list)} from ${sql.table(tableOf(list))} where code = ${code} for update`.execute(tx);
  if (!rows[0]) throw codeNotFound(code);
  return rows[0];
}

/** What the audit trail calls a row of the list: `mailingGroup`. */
function eventOf(list: AnySetupList): string {
  return list.singular.charAt(0).toLowerCase() + list.singular.slice(1);
}

/** The fields that have something in them. */
function contentOf({
  version,
  lastModifiedAt,
  noOfContacts: _contacts,
  noOfOpportunities: _opportunities,
  ...fields
}: SetupItem): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}
