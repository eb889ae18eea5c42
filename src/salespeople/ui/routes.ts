import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";

const list = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/salespeople",
  validateSearch: plainSearch,
  staticData: { titleKey: "salespeople.title", right: "setup.read" },
  component: lazyRouteComponent(() => import("./SalespeopleListPage.tsx"), "SalespeopleListPage"),
});

const card = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/salespeople/$code",
  staticData: { titleKey: "salespeople.title", right: "setup.read" },
  component: lazyRouteComponent(() => import("./SalespersonCardPage.tsx"), "SalespersonCardPage"),
});

export const salespeopleRoutes = [list, card] as const;
