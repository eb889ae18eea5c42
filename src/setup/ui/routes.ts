import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";
import { assistantPath, assistantSteps } from "./assistant/assistant-steps.ts";

const overview = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/setup",
  validateSearch: plainSearch,
  staticData: { titleKey: "setup.overview.title", right: "setup.read" },
  component: lazyRouteComponent(() => import("./SetupOverviewPage.tsx"), "SetupOverviewPage"),
});

const list = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/setup/$list",
  validateSearch: plainSearch,
  staticData: { right: "setup.read" },
  component: lazyRouteComponent(() => import("./SetupListRoutePage.tsx"), "SetupListRoutePage"),
});

const salutations = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/setup/salutations",
  validateSearch: plainSearch,
  staticData: { titleKey: "setup.lists.salutations", right: "setup.read" },
  component: lazyRouteComponent(() => import("./SalutationsPage.tsx"), "SalutationsPage"),
});

const company = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/setup/company",
  staticData: { titleKey: "setup.company.title", right: "setup.read" },
  component: lazyRouteComponent(() => import("./CompanyInformationPage.tsx"), "CompanyInformationPage"),
});

const marketing = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/setup/contact-defaults",
  staticData: { titleKey: "setup.marketing.title", right: "setup.read" },
  component: lazyRouteComponent(() => import("./MarketingSetupPage.tsx"), "MarketingSetupPage"),
});

const jobs = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/jobs",
  staticData: { titleKey: "setup.jobs.title" },
  component: lazyRouteComponent(() => import("./JobsPage.tsx"), "JobsPage"),
});

const assistant = createRoute({
  getParentRoute: () => signedInRoute,
  path: assistantPath,
  validateSearch: z.object({
    step: z.enum(assistantSteps).optional().catch(undefined),
    file: z.uuid().optional().catch(undefined),
  }),
  staticData: { titleKey: "setup.overview.assistant", right: "users.admin" },
  component: lazyRouteComponent(() => import("./assistant/AssistantPage.tsx"), "AssistantPage"),
});

export const setupRoutes = [overview, list, salutations, company, marketing, jobs, assistant] as const;
