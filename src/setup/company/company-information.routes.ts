import { type Api, serve } from "#platform/http/serve.ts";
import type { CompanyClock } from "./company-clock.ts";
import { changeCompanyInformation } from "./company-information.commands.ts";
import * as contract from "./company-information.contract.ts";
import { getCompanyInformation } from "./company-information.queries.ts";

export function serveCompanyInformation(api: Api, clock: Pick<CompanyClock, "refresh">): void {
  serve(api, contract.getCompanyInformation, ({ ctx }) => getCompanyInformation(ctx.db));
  serve(api, contract.changeCompanyInformation, async ({ ctx, body, ifMatch }) => {
    const company = await changeCompanyInformation(ctx, body, ifMatch);
    if (body.timeZone !== undefined) await clock.refresh();
    return company;
  });
}
