import { type Api, created, serve } from "#platform/http/serve.ts";
import { changeCampaign, createCampaign, deleteCampaign } from "./campaigns.commands.ts";
import * as contract from "./campaigns.contract.ts";
import { getCampaign, listCampaigns } from "./campaigns.queries.ts";

export function serveCampaigns(api: Api): void {
  serve(api, contract.listCampaigns, ({ ctx, query }) => listCampaigns(ctx.db, query));
  serve(api, contract.getCampaign, ({ ctx, params }) => getCampaign(ctx.db, params.no));
  serve(api, contract.createCampaign, async ({ ctx, body }) => {
    const campaign = await createCampaign(ctx, body);
    return created(campaign, `/campaigns/${encodeURIComponent(campaign.no)}`);
  });
  serve(api, contract.changeCampaign, ({ ctx, params, body, ifMatch }) =>
    changeCampaign(ctx, params.no, body, ifMatch),
  );
  serve(api, contract.deleteCampaign, async ({ ctx, params, ifMatch }) => {
    await deleteCampaign(ctx, params.no, ifMatch);
    return undefined;
  });
}
