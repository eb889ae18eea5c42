import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";
import { tasksPath } from "./addresses.ts";

export const taskRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: tasksPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "tasks.title", right: "tasks.read" },
    component: lazyRouteComponent(() => import("./TaskListPage.tsx"), "TaskListPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: `${tasksPath}/$no`,
    staticData: { titleKey: "tasks.title", right: "tasks.read" },
    component: lazyRouteComponent(() => import("./TaskCardPage.tsx"), "TaskCardPage"),
  }),
] as const;
