import { type Api, serve } from "#platform/http/serve.ts";
import { serveAddresses } from "./addresses/addresses.routes.ts";
import { serveComments } from "./comments/contact-comments.routes.ts";
import { serveMemberships } from "./memberships/memberships.routes.ts";
import { servePostCodes } from "./post-codes/post-codes.routes.ts";
import { getContactSalutation } from "./salutation/salutation.contract.ts";
import { getSalutation } from "./salutation/salutation.queries.ts";

/** Child rows of contacts. */
export function serveContactDetails(api: Api): void {
  serveMemberships(api);
  serveAddresses(api);
  serveComments(api);
  servePostCodes(api);
  serve(api, getContactSalutation, ({ ctx, params, query: { type, languageCode, fallback } }) =>
    getSalutation(ctx, params.no, {
      salutationType: type ?? "formal",
      languageCode: languageCode === "-" ? null : languageCode,
      isFallingBack: fallback ?? false,
    }),
  );
}
