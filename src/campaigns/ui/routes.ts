import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";
import { campaignEntriesPath, campaignsPath } from "./addresses.ts";

export const campaignRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: campaignsPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "campaigns.title", right: "campaigns.read" },
    component: lazyRouteComponent(() => import("./CampaignListPage.tsx"), "CampaignListPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: `${campaignsPath}/$no`,
    staticData: { titleKey: "campaigns.title", right: "campaigns.read" },
    component: lazyRouteComponent(() => import("./CampaignCardPage.tsx"), "CampaignCardPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: campaignEntriesPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "campaigns.entries", right: "campaigns.read" },
    component: lazyRouteComponent(() => import("./CampaignEntryListPage.tsx"), "CampaignEntryListPage"),
  }),
] as const;
