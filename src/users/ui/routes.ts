import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { loadLaterTexts } from "#web/i18n.ts";
import { plainSearch } from "#web/list/use-list-search.ts";
import { rootRoute, signedInRoute } from "#web/root-route.tsx";

const list = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/users",
  validateSearch: plainSearch,
  staticData: { titleKey: "users.list.title", right: "users.admin" },
  component: lazyRouteComponent(() => import("./UserListPage.tsx"), "UserListPage"),
});

const card = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/users/$id",
  staticData: { titleKey: "users.list.title", right: "users.admin" },
  component: lazyRouteComponent(() => import("./UserCardPage.tsx"), "UserCardPage"),
});

const tokens = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/tokens",
  validateSearch: plainSearch,
  staticData: { titleKey: "users.tokens.title", right: "users.admin" },
  component: lazyRouteComponent(() => import("./TokenListPage.tsx"), "TokenListPage"),
});

const ownSettings = createRoute({
  getParentRoute: () => signedInRoute,
  path: "/settings",
  staticData: { titleKey: "users.own.title" },
  component: lazyRouteComponent(() => import("./OwnSettingsPage.tsx"), "OwnSettingsPage"),
});

export const usersRoutes = [list, card, tokens, ownSettings] as const;

/** Open to everybody: the secret of the link is the key. */
export const setPasswordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/set-password",
  staticData: { titleKey: "users.setPassword.title" },
  beforeLoad: loadLaterTexts,
  component: lazyRouteComponent(() => import("./SetPasswordPage.tsx"), "SetPasswordPage"),
});
