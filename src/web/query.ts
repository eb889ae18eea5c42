import {
  keepPreviousData,
  type QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";
import { useMemo, useRef } from "react";
import type { Endpoint } from "#platform/http/endpoint.ts";
import { type CallArgs, call, newIdempotencyKey, type ResultOf } from "./api-client.ts";
import { ConnectionLost } from "./problem.ts";
import { showProblem } from "./widgets/notify.tsx";

/** The first word of an endpoint's path: what its answers are about, and what a change makes stale. */
export function resourceOf(endpoint: Pick<Endpoint, "path">): string {
  return endpoint.path.split("/")[1] ?? "";
}

/** The key of an answer in the query cache: resource, endpoint, what was asked. */
export function queryKeyOf<E extends Endpoint>(endpoint: E, args?: Partial<CallArgs<E>>): readonly unknown[] {
  const { params, query } = (args ?? {}) as { params?: unknown; query?: unknown };
  return [resourceOf(endpoint), endpoint.id, params ?? null, query ?? null];
}

interface ReadOptions {
  /** False leaves the question unasked for the moment. */
  readonly enabled?: boolean;
  /** How long (ms) an answer counts as fresh; set-up lists change rarely. */
  readonly staleTimeMs?: number;
  /** Shows the former answer while the next one is on its way. */
  readonly keepPrevious?: boolean;
}

/** Options of TanStack Query for a read, for route loaders and prefetching. */
export function endpointQuery<E extends Endpoint>(endpoint: E, args: CallArgs<E>) {
  return {
    queryKey: queryKeyOf(endpoint, args),
    queryFn: ({ signal }: { signal: AbortSignal }) => call(endpoint, { ...args, signal }),
  };
}

/** Reads an endpoint and keeps the answer in the cache. */
export function useEndpoint<E extends Endpoint>(
  endpoint: E,
  args: CallArgs<E>,
  options: ReadOptions = {},
): UseQueryResult<ResultOf<E>> {
  return useQuery<ResultOf<E>>({
    ...endpointQuery(endpoint, args),
    enabled: options.enabled ?? true,
    ...(options.staleTimeMs === undefined ? {} : { staleTime: options.staleTimeMs }),
    ...(options.keepPrevious ? { placeholderData: keepPreviousData } : {}),
  } as Parameters<typeof useQuery<ResultOf<E>>>[0]);
}

interface ActionOptions<E extends Endpoint> {
  /** Resources whose answers the change makes stale, besides its own. */
  readonly alsoChanges?: readonly string[];
  readonly onDone?: (result: ResultOf<E>, args: CallArgs<E>) => void;
  /** The caller shows errors itself, at its fields for instance. */
  readonly showsErrors?: boolean;
}

/**
 * Changes something. After a dropped connection the same arguments go out with the same idempotency key, so that
 * pressing the button again cannot do it twice. Errors are shown as a notification unless the caller shows them.
 */
export function useAction<E extends Endpoint>(
  endpoint: E,
  options: ActionOptions<E> = {},
): UseMutationResult<ResultOf<E>, Error, CallArgs<E>> {
  const client = useQueryClient();
  const unanswered = useRef<{ key: string; asked: string } | null>(null);
  return useMutation<ResultOf<E>, Error, CallArgs<E>>({
    mutationFn: async (args) => {
      const asked = JSON.stringify([args.params ?? null, args.query ?? null, args.body ?? null]);
      const repeated = unanswered.current?.asked === asked ? unanswered.current.key : undefined;
      const idempotencyKey = args.idempotencyKey ?? repeated ?? newIdempotencyKey();
      try {
        const result = await call(endpoint, { ...args, idempotencyKey });
        unanswered.current = null;
        return result;
      } catch (error) {
        unanswered.current = error instanceof ConnectionLost ? { key: idempotencyKey, asked } : null;
        throw error;
      }
    },
    onSuccess: async (result, args) => {
      options.onDone?.(result, args);
      await refresh(client, [resourceOf(endpoint), ...(options.alsoChanges ?? [])]);
    },
    onError: (error) => {
      if (!options.showsErrors) showProblem(error);
    },
  });
}

/** Asks again for everything shown about the given resources. */
export async function refresh(client: QueryClient, resources: readonly string[]): Promise<void> {
  await Promise.all(resources.map((resource) => client.invalidateQueries({ queryKey: [resource] })));
}

/** One page of a list as `API.md` answers it. */
export interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  /** Exact up to a limit; beyond it the limit itself, and `totalCountIsCapped`. */
  readonly totalCount?: number | undefined;
  readonly totalCountIsCapped?: boolean | undefined;
}

export type RowOf<E extends Endpoint> =
  ResultOf<E> extends { readonly items: readonly (infer Row)[] } ? Row : never;

/** A list that grows page by page. */
export interface InfiniteList<Row> {
  readonly rows: readonly Row[];
  readonly totalCount: number | null;
  /** There are more than `totalCount`. */
  readonly isCapped: boolean;
  readonly isLoading: boolean;
  readonly isLoadingMore: boolean;
  readonly isRefreshing: boolean;
  readonly error: Error | null;
  readonly hasMore: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

/** Options of TanStack Query for the list that `useInfiniteList` reads, for prefetching its first page. */
export function infiniteListQuery<E extends Endpoint>(endpoint: E, args: CallArgs<E>, pageSize: number) {
  return {
    queryKey: [...queryKeyOf(endpoint, args), "pages", pageSize],
    queryFn: async ({ pageParam, signal }: { pageParam: string | null; signal: AbortSignal }) => {
      const paging = pageParam === null ? { count: "true" } : { cursor: pageParam };
      const query = { ...(args.query as object | undefined), limit: String(pageSize), ...paging };
      return (await call(endpoint, { ...args, query, signal } as CallArgs<E>)) as unknown as Page<RowOf<E>>;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page<RowOf<E>>) => page.nextCursor,
  };
}

/** Reads a list by keyset pages of 100; the first page also counts. */
export function useInfiniteList<E extends Endpoint>(
  endpoint: E,
  args: CallArgs<E>,
  options: { readonly enabled?: boolean; readonly pageSize?: number } = {},
): InfiniteList<RowOf<E>> {
  const list = useInfiniteQuery({
    ...infiniteListQuery(endpoint, args, options.pageSize ?? 100),
    enabled: options.enabled ?? true,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  return {
    rows,
    totalCount: list.data?.pages[0]?.totalCount ?? null,
    isCapped: list.data?.pages[0]?.totalCountIsCapped ?? false,
    isLoading: list.isPending && list.fetchStatus !== "idle",
    isLoadingMore: list.isFetchingNextPage,
    isRefreshing: list.isPlaceholderData,
    error: list.error,
    hasMore: list.hasNextPage,
    loadMore: () => {
      if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
    },
    retry: () => void list.refetch(),
  };
}
