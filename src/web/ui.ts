import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import type { Endpoint } from "#platform/http/endpoint.ts";
import type { Right } from "#users/rights.rules.ts";
import { type CallArgs, call, type ResultOf } from "./api-client.ts";
import { ask, openDialog, type Question } from "./dialogs.ts";
import { type Translate, useT } from "./i18n.ts";
import { refresh, resourceOf } from "./query.ts";
import { type SessionView, useMay, useSession } from "./session.ts";
import { showOffer, showProblem, showSuccess, showUndo } from "./widgets/notify.tsx";

/** What an action may use: everything that happens outside of its own record. */
export interface Ui {
  readonly t: Translate;
  readonly session: SessionView;
  readonly may: (right: Right | undefined) => boolean;
  /** Goes to an address of the program, such as `/contacts/CT000012`. */
  readonly go: (href: string) => void;
  /**
   * Calls an endpoint, refreshes what is shown about its resource and shows a problem if there is one.
   * Answers `undefined` after a problem.
   */
  readonly call: <E extends Endpoint>(
    endpoint: E,
    args: CallArgs<E>,
    alsoChanges?: readonly string[],
  ) => Promise<{ result: ResultOf<E> } | undefined>;
  readonly openDialog: typeof openDialog;
  /** Asks before something that cannot be undone. */
  readonly ask: (question: Question) => Promise<boolean>;
  readonly showSuccess: (message: string) => void;
  /** Says what was done and offers to undo it. */
  readonly showUndo: (message: string, undo: () => unknown) => void;
  /** Says what was done and offers what may come next. */
  readonly showOffer: (message: string, label: string, run: () => unknown) => void;
  readonly queries: QueryClient;
}

export function useUi(): Ui {
  const t = useT();
  const router = useRouter();
  const queries = useQueryClient();
  const session = useSession();
  const may = useMay();
  return useMemo<Ui>(
    () => ({
      t,
      session,
      may,
      go: (href) => void router.navigate({ href }),
      call: async (endpoint, args, alsoChanges = []) => {
        try {
          const result = await call(endpoint, args);
          await refresh(queries, [resourceOf(endpoint), ...alsoChanges]);
          return { result };
        } catch (error) {
          showProblem(error);
          return undefined;
        }
      },
      openDialog,
      ask,
      showSuccess,
      showUndo,
      showOffer,
      queries,
    }),
    [t, session, may, router, queries],
  );
}
