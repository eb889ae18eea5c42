import type { QueryClient } from "@tanstack/react-query";
import type { AnyRouter } from "@tanstack/react-router";
import { sessionQuery } from "./session.ts";

/** Leads to the sign-in page and, after it, back to where the person was. */
export function goToSignIn(router: AnyRouter, queries: QueryClient): void {
  const { pathname, href } = router.state.location;
  const wasSignedIn = queries.getQueryData(sessionQuery.queryKey) !== undefined;
  if (pathname === "/sign-in" || !wasSignedIn) return;
  queries.clear();
  void router.navigate({ to: "/sign-in", search: { back: href } });
}
