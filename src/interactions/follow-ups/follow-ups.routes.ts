import { type Api, created, serve } from "#platform/http/serve.ts";
import { createOpportunityOfEntry, createTaskOfEntry } from "./follow-ups.commands.ts";
import * as contract from "./follow-ups.contract.ts";

export function serveFollowUps(api: Api): void {
  serve(api, contract.createOpportunityOfEntry, async ({ ctx, params, body }) => {
    const opportunity = await createOpportunityOfEntry(ctx, params.entryNo, body);
    return created(opportunity, `/opportunities/${encodeURIComponent(opportunity.no)}`);
  });
  serve(api, contract.createTaskOfEntry, async ({ ctx, params, body }) => {
    const task = await createTaskOfEntry(ctx, params.entryNo, body);
    return created(task, `/tasks/${encodeURIComponent(task.no)}`);
  });
}
