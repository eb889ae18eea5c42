import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";
import { opportunitiesPath } from "./addresses.ts";

export const opportunityRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: opportunitiesPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "opportunities.title", right: "opportunities.read" },
    component: lazyRouteComponent(() => import("./OpportunityListPage.tsx"), "OpportunityListPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: `${opportunitiesPath}/$no`,
    staticData: { titleKey: "opportunities.title", right: "opportunities.read" },
    component: lazyRouteComponent(() => import("./OpportunityCardPage.tsx"), "OpportunityCardPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/setup/sales-cycles/$code",
    validateSearch: plainSearch,
    staticData: { titleKey: "setup.lists.salesCycles", right: "setup.read" },
    component: lazyRouteComponent(() => import("./cycle/SalesCyclePage.tsx"), "SalesCyclePage"),
  }),
] as const;
