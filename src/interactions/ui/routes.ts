import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";
import { groupsPath, logPath, postponedPath, templateSetupPath, templatesPath } from "./addresses.ts";

/** The pages of interactions, each loaded when it is visited. */
export const interactionRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: logPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "interactions.log.title", right: "interactions.read" },
    component: lazyRouteComponent(() => import("./log/InteractionLogPage.tsx"), "InteractionLogPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: templatesPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "interactions.templates.title", right: "setup.read" },
    component: lazyRouteComponent(() => import("./templates/TemplateListPage.tsx"), "TemplateListPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: `${templatesPath}/$code`,
    staticData: { titleKey: "interactions.templates.title", right: "setup.read" },
    component: lazyRouteComponent(() => import("./templates/TemplateCardPage.tsx"), "TemplateCardPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: postponedPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "interactions.postponed.title", right: "interactions.read" },
    component: lazyRouteComponent(() => import("./postponed/PostponedListPage.tsx"), "PostponedListPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: templateSetupPath,
    staticData: { titleKey: "interactions.templateSetup.title", right: "interactionSetup.read" },
    component: lazyRouteComponent(() => import("./templates/TemplateSetupPage.tsx"), "TemplateSetupPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: groupsPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "interactions.groups.title", right: "setup.read" },
    component: lazyRouteComponent(() => import("./templates/GroupListPage.tsx"), "GroupListPage"),
  }),
] as const;
