import type { QueryClient } from "@tanstack/react-query";
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from "@tanstack/react-router";
import { z } from "zod";
import type { Right } from "#users/rights.rules.ts";
import { loadLaterTexts, type TextKey } from "./i18n.ts";
import { BrokenPage } from "./pages/BrokenPage.tsx";
import { NotFoundPage } from "./pages/NotFoundPage.tsx";
import { ProblemError } from "./problem.ts";
import { sessionQuery } from "./session.ts";

declare module "@tanstack/react-router" {
  interface StaticDataRouteOption {
    /** Title of the document; a card sets its own with `PageHeading`. */
    readonly titleKey?: TextKey;
    /** Without this right the page answers "forbidden". */
    readonly right?: Right;
  }
}

export const rootRoute = createRootRouteWithContext<{ queries: QueryClient }>()({
  component: Outlet,
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
});

const homePath = "/";

/** Everything behind the sign-in: loads the session and what texts it takes, or leads to the sign-in page and back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "signedIn",
  beforeLoad: async ({ context, location }) => {
    const texts = location.pathname === homePath ? undefined : loadLaterTexts();
    try {
      await Promise.all([context.queries.ensureQueryData(sessionQuery), texts]);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 401) throw error;
      throw redirect({ to: "/sign-in", search: location.href === "/" ? {} : { back: location.href } });
    }
  },
  component: lazyRouteComponent(() => import("./shell/AppFrame.tsx"), "AppFrame"),
  notFoundComponent: NotFoundPage,
  errorComponent: BrokenPage,
});

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  // Only addresses of this program, so that a link cannot lead elsewhere after signing in.
  validateSearch: z.object({
    back: z
      .string()
      .regex(/^\/(?![/\\])/)
      .optional()
      .catch(undefined),
  }),
  staticData: { titleKey: "web.signIn.title" },
  component: lazyRouteComponent(() => import("./pages/SignInPage.tsx"), "SignInPage"),
});
