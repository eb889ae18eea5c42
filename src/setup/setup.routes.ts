import type { Api } from "#platform/http/serve.ts";
import type { CompanyClock } from "./company/company-clock.ts";
import { serveCompanyInformation } from "./company/company-information.routes.ts";
import { setupLists } from "./lists/lists.contract.ts";
import { serveSetupList } from "./lists/setup-lists.routes.ts";
import { serveMarketingSetup } from "./marketing/marketing-setup.routes.ts";
import { serveSalutationFormulas } from "./salutations/formulas.routes.ts";

/** Set-up lists, salutation formulas, marketing set-up and company information, which moves the clock. */
export function serveSetup(api: Api, clock: Pick<CompanyClock, "refresh">): void {
  for (const list of setupLists) serveSetupList(api, list);
  serveSalutationFormulas(api);
  serveMarketingSetup(api);
  serveCompanyInformation(api, clock);
}
