import type { Context } from "#app/database.ts";
import { type Api, requireRight, serve } from "#platform/http/serve.ts";
import * as contract from "./audit.contract.ts";
import { listAuditEntries } from "./audit.queries.ts";
import { rightForTrail } from "./audit.rules.ts";

export function serveAudit(api: Api): void {
  serve(api, contract.listAuditEntries, ({ ctx, query }) => readTrail(ctx, query));
}

/**
 * A page of the trail, to those who may read it; commands of the operator may.
 *
 * @throws Forbidden
 */
export async function readTrail(ctx: Context, query: Parameters<typeof listAuditEntries>[1]) {
  if (ctx.actor.kind !== "system") requireRight(ctx.actor, rightForTrail(query.resource ?? null));
  return listAuditEntries(ctx, query);
}
