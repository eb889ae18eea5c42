import { type Api, serve } from "#platform/http/serve.ts";
import { changeMarketingSetup } from "./marketing-setup.commands.ts";
import * as contract from "./marketing-setup.contract.ts";
import { getMarketingSetup } from "./marketing-setup.queries.ts";

export function serveMarketingSetup(api: Api): void {
  serve(api, contract.getMarketingSetup, ({ ctx }) => getMarketingSetup(ctx.db));
  serve(api, contract.changeMarketingSetup, ({ ctx, body, ifMatch }) =>
    changeMarketingSetup(ctx, body, ifMatch),
  );
}
