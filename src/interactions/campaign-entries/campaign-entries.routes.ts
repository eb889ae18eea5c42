import { type Api, serve } from "#platform/http/serve.ts";
import {
  deleteCampaignEntry,
  deleteCanceledCampaignEntries,
  setCampaignEntryCanceled,
} from "./campaign-entries.commands.ts";
import * as contract from "./campaign-entries.contract.ts";
import { getCampaignEntry, listCampaignEntries } from "./campaign-entries.queries.ts";

export function serveCampaignEntries(api: Api): void {
  serve(api, contract.listCampaignEntries, ({ ctx, query }) => listCampaignEntries(ctx, query));
  serve(api, contract.getCampaignEntry, ({ ctx, params }) => getCampaignEntry(ctx, params.entryNo));
  serve(api, contract.cancelCampaignEntry, ({ ctx, params, ifMatch }) =>
    setCampaignEntryCanceled(ctx, params.entryNo, true, ifMatch),
  );
  serve(api, contract.reinstateCampaignEntry, ({ ctx, params, ifMatch }) =>
    setCampaignEntryCanceled(ctx, params.entryNo, false, ifMatch),
  );
  serve(api, contract.deleteCampaignEntry, async ({ ctx, params }) => {
    await deleteCampaignEntry(ctx, params.entryNo);
    return undefined;
  });
  serve(api, contract.deleteCanceledCampaignEntries, async ({ ctx, body }) => ({
    deleted: await deleteCanceledCampaignEntries(ctx, body),
  }));
}
