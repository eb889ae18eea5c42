import { type Api, requireRight, serve } from "#platform/http/serve.ts";
import * as contract from "./audit.contract.ts";
import { listAuditEntries } from "./audit.queries.ts";
import { rightForTrail } from "./audit.rules.ts";

export function serveAudit(api: Api): void {
  serve(api, contract.listAuditEntries, ({ ctx, query }) => {
    requireRight(ctx.actor, rightForTrail(query.resource ?? null));
    return listAuditEntries(ctx, query);
  });
}
