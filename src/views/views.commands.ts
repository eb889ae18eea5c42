import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Invalid } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { requireRight } from "#platform/http/serve.ts";
import { toFieldErrors } from "#platform/http/validation.ts";
import type { ViewableList } from "./list-parameters.rules.ts";
import type { NewSavedView, SavedView, SavedViewChange } from "./views.contract.ts";
import { getList, getSavedView, getViewRow, type Lists } from "./views.queries.ts";
import type { ListParameters } from "./views.tables.ts";

const resource = "saved-views";

/**
 * Saves what a list shows under a name.
 *
 * @throws Invalid with what the list does not accept, `view_needs_user`; Forbidden; Conflict `view_name_taken`
 */
export function createSavedView(ctx: Context, lists: Lists, input: NewSavedView): Promise<SavedView> {
  return inTransaction(ctx, async (tx) => {
    refuseParameters(getList(tx, lists, input.list), input.query);
    const { id } = await tx.db
      .insertInto("saved_views")
      .values({
        list: input.list,
        name: input.name,
        user_id: ownerOf(tx, input.shared ?? false),
        query: JSON.stringify(input.query),
        columns: input.columns ?? null,
        created_by: tx.actor.name,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    await recordChange(tx, { action: "savedView.created", resource, key: id, changes: { ...input } });
    return getSavedView(tx, lists, id);
  });
}

/** Whose a view is: `null` is everybody's, which takes the right to set things up for them. */
function ownerOf({ actor }: Context, shared: boolean): number | null {
  if (shared) {
    requireRight(actor, "setup.write");
    return null;
  }
  return userOf(actor);
}

function userOf({ userId }: Context["actor"]): number {
  if (userId === null) throw new Invalid("view_needs_user");
  return userId;
}

/** 422 naming every parameter that the list does not take, or not with this value. */
function refuseParameters({ parameters }: ViewableList, query: ListParameters): void {
  const result = parameters.safeParse(query, { reportInput: true });
  if (result.success) return;
  const errors = toFieldErrors(result.error.issues);
  throw new Invalid(
    "validation",
    {},
    errors.map((error) => ({ ...error, path: `query.${error.path}` })),
  );
}

/**
 * Renames a view, saves it anew, shares it or takes it back to oneself; in the last case nobody else's list opens with
 * it any more.
 *
 * @throws NotFound, Forbidden, Stale; as `createSavedView`
 */
export function changeSavedView(
  ctx: Context,
  lists: Lists,
  id: number,
  change: SavedViewChange,
  seenVersion: number | null,
): Promise<SavedView> {
  return inTransaction(ctx, async (tx) => {
    const row = await getViewRow(tx, id, { lock: true });
    const list = getList(tx, lists, row.list);
    // Whose it is and whose it becomes: everybody's takes the right either way.
    const isShared = row.user_id === null;
    ownerOf(tx, isShared);
    const owner = change.shared === undefined ? row.user_id : ownerOf(tx, change.shared);
    expectVersion(row, seenVersion);
    if (change.query) refuseParameters(list, change.query);
    const before = { name: row.name, query: row.query, columns: row.columns, shared: isShared };
    const after = {
      name: change.name ?? row.name,
      query: change.query ?? row.query,
      columns: change.columns === undefined ? row.columns : change.columns,
      shared: owner === null,
    };
    const changes = differences(before, after);
    if (Object.keys(changes).length === 0) return getSavedView(tx, lists, id);
    await tx.db
      .updateTable("saved_views")
      .set({
        name: after.name,
        query: JSON.stringify(after.query),
        columns: after.columns,
        user_id: owner,
        version: row.version + 1,
        last_modified_at: sql`now()`,
      })
      .where("id", "=", id)
      .execute();
    if (owner !== null && isShared) await forgetDefaultsOfOthers(tx, id, owner);
    await recordChange(tx, { action: "savedView.changed", resource, key: id, changes });
    return getSavedView(tx, lists, id);
  });
}

async function forgetDefaultsOfOthers(tx: TransactionContext, id: number, owner: number): Promise<void> {
  await tx.db
    .deleteFrom("saved_view_defaults")
    .where("view_id", "=", id)
    .where("user_id", "<>", owner)
    .execute();
}

/** @throws NotFound, Forbidden, Stale */
export function deleteSavedView(ctx: Context, id: number, seenVersion: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const row = await getViewRow(tx, id, { lock: true });
    ownerOf(tx, row.user_id === null);
    expectVersion(row, seenVersion);
    await tx.db.deleteFrom("saved_views").where("id", "=", id).execute();
    const { list, name, query, columns } = row;
    await recordChange(tx, {
      action: "savedView.deleted",
      resource,
      key: id,
      changes: { list, name, query, columns },
    });
  });
}

/** Has the caller's list open with the view, or without it again; another view that it opens with is left alone then. */
export function setDefault(ctx: Context, lists: Lists, id: number, isDefault: boolean): Promise<SavedView> {
  return inTransaction(ctx, async (tx) => {
    const userId = userOf(tx.actor);
    const { list } = await getViewRow(tx, id);
    getList(tx, lists, list);
    if (isDefault) {
      await tx.db
        .insertInto("saved_view_defaults")
        .values({ user_id: userId, list, view_id: id })
        .onConflict((conflict) => conflict.columns(["user_id", "list"]).doUpdateSet({ view_id: id }))
        .execute();
    } else {
      await tx.db
        .deleteFrom("saved_view_defaults")
        .where("user_id", "=", userId)
        .where("view_id", "=", id)
        .execute();
    }
    return getSavedView(tx, lists, id);
  });
}
