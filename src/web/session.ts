import { queryOptions, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { useCallback } from "react";
import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { type Right, rights, roles } from "#users/rights.rules.ts";
import { call, type ResultOf } from "./api-client.ts";
import { queryKeyOf } from "./query.ts";

const Session = z.object({
  user: z.object({
    id: z.number(),
    userName: z.string(),
    fullName: z.string().nullable(),
    email: z.string().nullable(),
    language: z.enum(["en", "fi"]),
    theme: z.enum(["light", "dark", "system"]),
    salespersonCode: z.string().nullable(),
    role: z.enum(roles),
  }),
  rights: z.array(z.enum(rights)),
  company: z.object({ name: z.string(), currency: z.string(), timeZone: z.string() }),
  /** Nothing has been set up yet: the assistant should open. */
  firstStart: z.boolean(),
});

export const getSession = endpoint({
  id: "getSession",
  method: "GET",
  path: "/session",
  access: "signedIn",
  summary: "Who is signed in and what they may do",
  result: Session,
});

export const signIn = endpoint({
  id: "signIn",
  method: "POST",
  path: "/session",
  access: "public",
  summary: "Sign in with a user name and a password",
  body: z.object({ userName: z.string().min(1), password: z.string().min(1) }),
  result: Session,
});

export const signOut = endpoint({
  id: "signOut",
  method: "DELETE",
  path: "/session",
  access: "signedIn",
  summary: "Sign out",
});

export const changeOwnSettings = endpoint({
  id: "changeOwnSettings",
  method: "PATCH",
  path: "/session",
  access: "signedIn",
  summary: "Change one's own language or theme",
  body: z.object({
    language: z.enum(["en", "fi"]).optional(),
    theme: z.enum(["light", "dark", "system"]).optional(),
  }),
  result: Session,
});

/** Who is signed in; see `getSession`. */
export type SessionView = ResultOf<typeof getSession>;

export const sessionQuery = queryOptions<SessionView>({
  queryKey: queryKeyOf(getSession),
  queryFn: ({ signal }) => call(getSession, { signal }),
  staleTime: 5 * 60_000,
  retry: false,
});

/** The session of a signed-in page; the route loads it before the page is drawn. */
export function useSession(): SessionView {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether the signed-in user has a right; `undefined` asks for none. */
export function useMay(): (right: Right | undefined) => boolean {
  const { rights: own } = useSession();
  return useCallback((right) => right === undefined || own.includes(right), [own]);
}

/** Puts a changed session into the cache. */
export function useKeepSession(): (session: SessionView) => void {
  const client = useQueryClient();
  return (session) => client.setQueryData(sessionQuery.queryKey, session);
}
