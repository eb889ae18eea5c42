import { serveCommentsOf } from "#comments/index.ts";
import { type Api, created, serve } from "#platform/http/serve.ts";
import { deleteClosedOpportunities } from "./delete-closed.commands.ts";
import { serveEntries } from "./entries/entries.routes.ts";
import { changeOpportunity, createOpportunity, deleteOpportunity } from "./opportunities.commands.ts";
import * as contract from "./opportunities.contract.ts";
import { getOpportunity, listOpportunities } from "./opportunities.queries.ts";
import { ofOpportunity } from "./opportunity-comments.commands.ts";
import { serveStages } from "./stages/stages.routes.ts";

export function serveOpportunities(api: Api): void {
  serve(api, contract.listOpportunities, ({ ctx, query }) => listOpportunities(ctx.db, query));
  serve(api, contract.getOpportunity, ({ ctx, params }) => getOpportunity(ctx.db, params.no));
  serve(api, contract.createOpportunity, async ({ ctx, body }) => {
    const { opportunity } = await createOpportunity(ctx, body);
    return created(opportunity, `/opportunities/${encodeURIComponent(opportunity.no)}`);
  });
  serve(api, contract.changeOpportunity, ({ ctx, params, body, ifMatch }) =>
    changeOpportunity(ctx, params.no, body, ifMatch),
  );
  serve(api, contract.deleteOpportunity, async ({ ctx, params, ifMatch }) => {
    await deleteOpportunity(ctx, params.no, ifMatch);
    return undefined;
  });
  serve(api, contract.deleteClosedOpportunities, ({ ctx, body }) => deleteClosedOpportunities(ctx, body));
  serveEntries(api);
  serveStages(api);
  serveCommentsOf(api, contract.opportunityComments, ofOpportunity);
}
