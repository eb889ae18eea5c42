import { queryOptions, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { Right } from "#users/rights.rules.ts";
import { getSession, type Session } from "#users/session.contract.ts";
import { call } from "./api-client.ts";
import { queryKeyOf } from "./query.ts";

export const sessionQuery = queryOptions<Session>({
  queryKey: queryKeyOf(getSession),
  queryFn: ({ signal }) => call(getSession, { signal }),
  staleTime: 5 * 60_000,
  retry: false,
});

/** The session of a browser: somebody is signed in. Only an API token can be without a user. */
export type SessionView = Omit<Session, "user"> & { readonly user: NonNullable<Session["user"]> };

/** Who is signed in; the route has loaded it before the page is drawn. */
export function useSession(): SessionView {
  const { data } = useSuspenseQuery(sessionQuery);
  return useMemo(() => {
    const { user } = data;
    if (user === null) throw new Error("the session of a browser has a user");
    return { ...data, user };
  }, [data]);
}

/** Whether the signed-in user has a right; `undefined` asks for none. */
export function useMay(): (right: Right | undefined) => boolean {
  const { rights: own } = useSession();
  return useCallback((right) => right === undefined || own.includes(right), [own]);
}

/** Puts a changed session into the cache. */
export function useKeepSession(): (session: Session) => void {
  const client = useQueryClient();
  return useCallback((session) => client.setQueryData(sessionQuery.queryKey, session), [client]);
}
