import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { plainSearch } from "#web/list/use-list-search.ts";
import { signedInRoute } from "#web/root-route.tsx";

const list = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/questionnaires",
  validateSearch: plainSearch,
  staticData: { titleKey: "questionnaires.list.title", right: "setup.read" },
  component: lazyRouteComponent(() => import("./QuestionnaireListPage.tsx"), "QuestionnaireListPage"),
});

const editor = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/questionnaires/$code",
  validateSearch: plainSearch,
  staticData: { titleKey: "questionnaires.list.title", right: "setup.read" },
  component: lazyRouteComponent(() => import("./editor/QuestionnairePage.tsx"), "QuestionnairePage"),
});

const distribution = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/questionnaires/$code/distribution",
  staticData: { titleKey: "questionnaires.distribution.title", right: "contacts.read" },
  component: lazyRouteComponent(() => import("./DistributionPage.tsx"), "DistributionPage"),
});

export const questionnaireRoutes = [list, editor, distribution] as const;
