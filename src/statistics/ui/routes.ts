import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";
import { statisticsPath } from "./addresses.ts";

export const statisticsRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: statisticsPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "statistics.title", right: "interactions.read" },
    component: lazyRouteComponent(() => import("./StatisticsPage.tsx"), "StatisticsPage"),
  }),
] as const;
