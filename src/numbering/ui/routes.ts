import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";

const list = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/number-series",
  validateSearch: plainSearch,
  staticData: { titleKey: "numbering.title", right: "setup.read" },
  component: lazyRouteComponent(() => import("./NumberSeriesListPage.tsx"), "NumberSeriesListPage"),
});

const card = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/number-series/$code",
  staticData: { titleKey: "numbering.title", right: "setup.read" },
  component: lazyRouteComponent(() => import("./NumberSeriesCardPage.tsx"), "NumberSeriesCardPage"),
});

export const numberingRoutes = [list, card] as const;
