import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";
import { entriesPath, syncLogPath, templatesPath } from "./addresses.ts";

const listPage = (name: "CustomerListPage" | "VendorListPage" | "BankAccountListPage" | "EmployeeListPage") =>
  lazyRouteComponent(() => import("./PartyListPages.tsx"), name);
const cardPage = (name: "CustomerCardPage" | "VendorCardPage" | "BankAccountCardPage" | "EmployeeCardPage") =>
  lazyRouteComponent(() => import("./card/PartyCardPages.tsx"), name);

export const partyRoutes = [
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/customers",
    validateSearch: plainSearch,
    staticData: { titleKey: "parties.titles.customer", right: "parties.read" },
    component: listPage("CustomerListPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/vendors",
    validateSearch: plainSearch,
    staticData: { titleKey: "parties.titles.vendor", right: "parties.read" },
    component: listPage("VendorListPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/bank-accounts",
    validateSearch: plainSearch,
    staticData: { titleKey: "parties.titles.bankAccount", right: "parties.read" },
    component: listPage("BankAccountListPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/employees",
    validateSearch: plainSearch,
    staticData: { titleKey: "parties.titles.employee", right: "parties.read" },
    component: listPage("EmployeeListPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/customers/$no",
    staticData: { titleKey: "parties.titles.customer", right: "parties.read" },
    component: cardPage("CustomerCardPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/vendors/$no",
    staticData: { titleKey: "parties.titles.vendor", right: "parties.read" },
    component: cardPage("VendorCardPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/bank-accounts/$no",
    staticData: { titleKey: "parties.titles.bankAccount", right: "parties.read" },
    component: cardPage("BankAccountCardPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: "/employees/$no",
    staticData: { titleKey: "parties.titles.employee", right: "parties.read" },
    component: cardPage("EmployeeCardPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: entriesPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "parties.titles.entries", right: "parties.read" },
    component: lazyRouteComponent(() => import("./entries/PartyEntryListPage.tsx"), "PartyEntryListPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: syncLogPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "parties.titles.syncLog", right: "parties.read" },
    component: lazyRouteComponent(() => import("./sync/SyncLogPage.tsx"), "SyncLogPage"),
  }),
  createRoute({
    getParentRoute: () => signedInRoute,
    path: templatesPath,
    validateSearch: plainSearch,
    staticData: { titleKey: "parties.templates.title", right: "setup.read" },
    component: lazyRouteComponent(() => import("./templates/TemplateListPage.tsx"), "TemplateListPage"),
  }),
] as const;
