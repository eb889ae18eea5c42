import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { Invalid, NotFound } from "#platform/errors.ts";
import type { Endpoint } from "#platform/http/endpoint.ts";
import { requireRight } from "#platform/http/serve.ts";
import { findMissingCodes } from "./left-out.queries.ts";
import { checkParameters, findList, type ViewableList } from "./list-parameters.rules.ts";
import type { SavedView } from "./views.contract.ts";
import type { ListParameters } from "./views.tables.ts";

/** The endpoints that are served, of which lists are known by their paths. */
export type Lists = readonly Endpoint[];

export interface ViewRow {
  readonly id: number;
  readonly list: string;
  readonly name: string;
  readonly user_id: number | null;
  readonly query: ListParameters;
  readonly columns: string[] | null;
  readonly created_by: string;
  readonly version: number;
  readonly last_modified_at: string;
  readonly is_default: boolean;
}

/**
 * A list that the caller may read.
 *
 * @throws Invalid `not_found`, Forbidden
 */
export function getList({ actor }: Context, lists: Lists, name: string): ViewableList {
  const list = findList(lists, name);
  if (!list) throw new Invalid("not_found", {}, [{ path: "list", code: "not_found" }]);
  if (list.access !== "signedIn" && list.access !== "public") requireRight(actor, list.access);
  return list;
}

/** Views of the list that the caller may see: everybody's and their own. */
export async function listSavedViews(ctx: Context, lists: Lists, list: string): Promise<SavedView[]> {
  getList(ctx, lists, list);
  const { rows } = await sql<ViewRow>`
    ${selectView(ctx)} where v.list = ${list} and ${isVisible(ctx)} order by lower(v.name), v.id`.execute(
    ctx.db,
  );
  return presentViews(ctx, lists, rows);
}

/** @throws NotFound, also for what is somebody else's; Forbidden without the right to read its list */
export async function getSavedView(ctx: Context, lists: Lists, id: number): Promise<SavedView> {
  const row = await getViewRow(ctx, id);
  getList(ctx, lists, row.list);
  const [view] = await presentViews(ctx, lists, [row]);
  return view!;
}

/** @throws NotFound */
export async function getViewRow(ctx: Context, id: number, { lock = false } = {}): Promise<ViewRow> {
  const { rows } = await sql<ViewRow>`
    ${selectView(ctx)} where v.id = ${id} and ${isVisible(ctx)} ${lock ? sql`for update of v` : sql``}`.execute(
    ctx.db,
  );
  if (!rows[0]) throw new NotFound("not_found", { id }, [{ path: "id", code: "not_found" }]);
  return rows[0];
}

function selectView({ actor }: Context) {
  return sql`
    select v.id, v.list, v.name, v.user_id, v.query, v.columns, v.created_by, v.version, v.last_modified_at,
           exists (select from saved_view_defaults d where d.view_id = v.id and d.user_id = ${actor.userId}) as is_default
      from saved_views v`;
}

function isVisible({ actor }: Context) {
  return sql`(v.user_id is null or v.user_id = ${actor.userId})`;
}

/** Views as they are of use today: what their lists no longer take is left out, and said so. */
async function presentViews(ctx: Context, lists: Lists, rows: readonly ViewRow[]): Promise<SavedView[]> {
  const checked = rows.map((row) => {
    const list = findList(lists, row.list);
    return list ? checkParameters(list, row.query) : { accepted: {}, refused: Object.keys(row.query) };
  });
  const missing = await findMissingCodes(
    ctx.db,
    checked.map(({ accepted }) => accepted),
  );
  return rows.map((row, index) => ({
    id: row.id,
    list: row.list,
    name: row.name,
    shared: row.user_id === null,
    query: checked[index]!.accepted,
    columns: row.columns,
    isDefault: row.is_default,
    leftOut: [
      ...checked[index]!.refused.map((parameter) => ({
        parameter,
        value: row.query[parameter] ?? "",
        because: "unknown_parameter" as const,
      })),
      ...missing[index]!.map((code) => ({ ...code, because: "not_found" as const })),
    ],
    createdBy: row.created_by,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  }));
}
