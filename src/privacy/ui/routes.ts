import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";

const retentionRules = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/setup/retention-rules",
  validateSearch: plainSearch,
  staticData: { titleKey: "setup.pages.retention", right: "setup.read" },
  component: lazyRouteComponent(() => import("./retention/RetentionRulesPage.tsx"), "RetentionRulesPage"),
});

export const privacyRoutes = [retentionRules] as const;
