import { type Api, serve } from "#platform/http/serve.ts";
import { localMoment } from "#platform/moment.rules.ts";
import {
  activateFirstStage,
  closeOpportunity,
  reopenOpportunity,
  updateOpportunity,
} from "./entries.commands.ts";
import * as contract from "./entries.contract.ts";
import { getMoves, listEntries } from "./entries.queries.ts";

export function serveEntries(api: Api): void {
  serve(api, contract.listOpportunityEntries, ({ ctx, params, query }) =>
    listEntries(ctx.db, params.no, query),
  );
  serve(api, contract.getOpportunityMoves, ({ ctx, params }) =>
    getMoves(ctx.db, params.no, localMoment(ctx.now, ctx.timeZone).date),
  );
  serve(api, contract.updateOpportunity, ({ ctx, params, body, ifMatch }) =>
    updateOpportunity(ctx, params.no, body, ifMatch),
  );
  serve(api, contract.activateFirstStage, ({ ctx, params, body, ifMatch }) =>
    activateFirstStage(ctx, params.no, body, ifMatch),
  );
  serve(api, contract.closeOpportunity, ({ ctx, params, body, ifMatch }) =>
    closeOpportunity(ctx, params.no, body, ifMatch),
  );
  serve(api, contract.reopenOpportunity, ({ ctx, params, ifMatch }) =>
    reopenOpportunity(ctx, params.no, ifMatch),
  );
}
