import type { QueryClient } from "@tanstack/react-query";
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { prefetchContactWidgets, preloadContactWidgets } from "#interactions/ui/index.ts";
import { prefetchContactOpportunities } from "#opportunities/ui/index.ts";
import { prefetchContactSegments } from "#segments/ui/index.ts";
import { prefetchContactTasks } from "#tasks/ui/index.ts";
import { plainSearch } from "#web/list/use-list-search.ts";
import { endpointQuery } from "#web/query.ts";
import { signedInRoute } from "#web/root-route.tsx";

const listRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/contacts",
  validateSearch: plainSearch,
  staticData: { titleKey: "contacts.list.title", right: "contacts.read" },
  component: lazyRouteComponent(() => import("./list/ContactListPage.tsx"), "ContactListPage"),
});

/** What a contact consists of is not known to the first page. */
async function prefetchContact(queries: QueryClient, params: { readonly no: string }): Promise<void> {
  const { getContact } = await import("#contacts/contacts.contract.ts");
  await queries.prefetchQuery(endpointQuery(getContact, { params }));
}

const cardRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/contacts/$no",
  // The open part of the card, and the filters of its timeline.
  validateSearch: plainSearch,
  staticData: { right: "contacts.read" },
  // Begins while the page's code is still on its way; the page shows what went wrong.
  loader: ({ context, params, location, preload }) => {
    // Pointing at a link is not yet a visit.
    if (preload) preloadContactWidgets();
    else {
      prefetchContactWidgets(context.queries, params.no, plainSearch(location.search));
      prefetchContactTasks(context.queries, params.no);
      prefetchContactOpportunities(context.queries, params.no);
      prefetchContactSegments(context.queries, params.no);
    }
    void prefetchContact(context.queries, params);
  },
  component: lazyRouteComponent(() => import("./card/ContactCardPage.tsx"), "ContactCardPage"),
});

const mergeRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/contacts/$no/merge",
  // With whom.
  validateSearch: plainSearch,
  staticData: { right: "contacts.merge" },
  component: lazyRouteComponent(() => import("./merge/MergePage.tsx"), "MergePage"),
});

const postCodesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/setup/post-codes",
  validateSearch: plainSearch,
  staticData: { titleKey: "setup.pages.postCodes", right: "setup.read" },
  component: lazyRouteComponent(() => import("./details/PostCodesPage.tsx"), "PostCodesPage"),
});

const duplicatesRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/duplicates",
  validateSearch: plainSearch,
  staticData: { titleKey: "contacts.list.duplicates", right: "contacts.read" },
  component: lazyRouteComponent(() => import("./duplicates/DuplicateListPage.tsx"), "DuplicateListPage"),
});

const pairRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/duplicates/$contactNo/$duplicateNo",
  staticData: { right: "contacts.read" },
  component: lazyRouteComponent(() => import("./duplicates/PairPage.tsx"), "PairPage"),
});

const searchStringsRoute = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/setup/duplicate-search-strings",
  validateSearch: plainSearch,
  staticData: { titleKey: "setup.pages.duplicates", right: "setup.read" },
  component: lazyRouteComponent(() => import("./duplicates/SearchStringsPage.tsx"), "SearchStringsPage"),
});

export const contactRoutes = [
  listRoute,
  cardRoute,
  mergeRoute,
  postCodesRoute,
  duplicatesRoute,
  pairRoute,
  searchStringsRoute,
] as const;
