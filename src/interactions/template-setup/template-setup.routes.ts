import { type Api, serve } from "#platform/http/serve.ts";
import { changeTemplateSetup } from "./template-setup.commands.ts";
import * as contract from "./template-setup.contract.ts";
import { getTemplateSetup } from "./template-setup.queries.ts";

export function serveTemplateSetup(api: Api): void {
  serve(api, contract.getTemplateSetup, ({ ctx }) => getTemplateSetup(ctx.db));
  serve(api, contract.changeTemplateSetup, ({ ctx, body, ifMatch }) =>
    changeTemplateSetup(ctx, body, ifMatch),
  );
}
