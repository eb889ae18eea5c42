import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";
import { segmentsPath } from "./addresses.ts";

export const segmentRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: segmentsPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "segments.title", right: "segments.read" },
    component: lazyRouteComponent(() => import("./SegmentListPage.tsx"), "SegmentListPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: `${segmentsPath}/$no`,
    validateSearch: plainSearch,
    staticData: { titleKey: "segments.title", right: "segments.read" },
    component: lazyRouteComponent(() => import("./SegmentCardPage.tsx"), "SegmentCardPage"),
  }),
] as const;
