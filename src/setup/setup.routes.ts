import type { Api } from "#platform/http/serve.ts";
import { setupLists } from "./lists/lists.contract.ts";
import { serveSetupList } from "./lists/setup-lists.routes.ts";
import { serveSalutationFormulas } from "./salutations/formulas.routes.ts";

/** Set-up lists and salutation formulas. */
export function serveSetup(api: Api): void {
  for (const list of setupLists) serveSetupList(api, list);
  serveSalutationFormulas(api);
}
