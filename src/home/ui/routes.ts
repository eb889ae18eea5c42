import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { endpointQuery } from "#web/query.ts";
import { signedInRoute } from "#web/root-route.tsx";
import { homeQuery } from "./home-query.ts";

export const homeRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/",
    staticData: { titleKey: "home.title" },
    // Begins while the page's code is still on its way.
    loader: ({ context }) => {
      void context.queries.prefetchQuery(endpointQuery(...homeQuery));
    },
    component: lazyRouteComponent(() => import("./HomePage.tsx"), "HomePage"),
  }),
] as const;
