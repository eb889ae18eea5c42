import type { Api } from "#platform/http/serve.ts";
import { serveAddresses } from "./addresses/addresses.routes.ts";
import { serveComments } from "./comments/comments.routes.ts";
import { serveMemberships } from "./memberships/memberships.routes.ts";

/** Child rows of contacts. */
export function serveContactDetails(api: Api): void {
  serveMemberships(api);
  serveAddresses(api);
  serveComments(api);
}
