import type { QueryClient } from "@tanstack/react-query";
import { createRouter } from "@tanstack/react-router";
import { auditRoutes } from "#audit/ui/routes.ts";
import { campaignRoutes } from "#campaigns/ui/routes.ts";
import { contactRoutes } from "#contacts/ui/routes.ts";
import { homeRoutes } from "#home/ui/routes.ts";
import { importRoutes } from "#imports/ui/routes.ts";
import { interactionRoutes } from "#interactions/ui/routes.ts";
import { numberingRoutes } from "#numbering/ui/routes.ts";
import { opportunityRoutes } from "#opportunities/ui/routes.ts";
import { partyRoutes } from "#parties/ui/routes.ts";
import { privacyRoutes } from "#privacy/ui/routes.ts";
import { questionnaireRoutes } from "#questionnaires/ui/routes.ts";
import { salespeopleRoutes } from "#salespeople/ui/routes.ts";
import { segmentRoutes } from "#segments/ui/routes.ts";
import { setupRoutes } from "#setup/ui/routes.ts";
import { statisticsRoutes } from "#statistics/ui/routes.ts";
import { taskRoutes } from "#tasks/ui/routes.ts";
import { setPasswordRoute, usersRoutes } from "#users/ui/routes.ts";
import { rootRoute, signedInRoute, signInRoute } from "./root-route.tsx";
import { parseSearch, stringifySearch } from "./url-state.ts";

/** All routes: a module's are added to `signedInRoute`, each with a lazily loaded page. */
const routeTree = rootRoute.addChildren([
  signInRoute,
  setPasswordRoute,
  signedInRoute.addChildren([
    ...homeRoutes,
    ...contactRoutes,
    ...partyRoutes,
    ...interactionRoutes,
    ...taskRoutes,
    ...opportunityRoutes,
    ...campaignRoutes,
    ...segmentRoutes,
    ...statisticsRoutes,
    ...importRoutes,
    ...setupRoutes,
    ...questionnaireRoutes,
    ...privacyRoutes,
    ...salespeopleRoutes,
    ...numberingRoutes,
    ...usersRoutes,
    ...auditRoutes,
  ]),
]);

export function createAppRouter(queries: QueryClient) {
  return createRouter({ routeTree, context: { queries }, ...routerOptions });
}

/** How every router of the program behaves. */
export const routerOptions = {
  parseSearch,
  stringifySearch,
  defaultPreload: "intent",
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  // A page that comes quickly replaces the former one without a flash of skeletons.
  defaultPendingMs: 300,
} as const;

declare module "@tanstack/react-router" {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
