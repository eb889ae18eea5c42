import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";

export const importRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/imports",
    validateSearch: plainSearch,
    staticData: { titleKey: "imports.title", right: "contacts.write" },
    component: lazyRouteComponent(() => import("./ImportsPage.tsx"), "ImportsPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/imports/$id",
    staticData: { titleKey: "imports.title", right: "contacts.write" },
    component: lazyRouteComponent(() => import("./ImportPage.tsx"), "ImportPage"),
  }),
] as const;
