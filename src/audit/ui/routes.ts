import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";

export const auditRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/audit-trail",
    validateSearch: plainSearch,
    staticData: { titleKey: "audit.title", right: "users.admin" },
    component: lazyRouteComponent(() => import("./AuditTrailPage.tsx"), "AuditTrailPage"),
  }),
] as const;
