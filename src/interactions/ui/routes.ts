import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";
import { logPath } from "./addresses.ts";

/** The pages of interactions, each loaded when it is visited. */
export const interactionRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: logPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "interactions.log.title", right: "interactions.read" },
    component: lazyRouteComponent(() => import("./log/InteractionLogPage.tsx"), "InteractionLogPage"),
  }),
] as const;
