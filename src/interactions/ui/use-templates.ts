import { useQuery } from "@tanstack/react-query";
import { interactionGroups, listInteractionTemplates } from "#interactions/templates.contract.ts";
import type { Endpoint } from "#platform/http/endpoint.ts";
import { type CallArgs, call } from "#web/api-client.ts";
import { type Page, type RowOf, resourceOf } from "#web/query.ts";

/** Set-up changes rarely (ms). */
const freshMs = 5 * 60_000;

/** Every row of a short list, page after page. */
async function readAll<E extends Endpoint>(
  endpoint: E,
  query: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<RowOf<E>[]> {
  const rows: RowOf<E>[] = [];
  let cursor: string | null = null;
  do {
    const paging = { limit: "200", ...(cursor === null ? {} : { cursor }) };
    const args = { query: { ...query, ...paging }, signal } as unknown as CallArgs<E>;
    const page = (await call(endpoint, args)) as unknown as Page<RowOf<E>>;
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return rows;
}

/** The templates that can be chosen; `undefined` while they are on their way. */
export function useTemplates() {
  return useQuery({
    queryKey: [resourceOf(listInteractionTemplates), "all", "selectable"],
    queryFn: ({ signal }) => readAll(listInteractionTemplates, { archived: "false" }, signal),
    staleTime: freshMs,
  }).data;
}

/** Descriptions of the groups by code. */
export function useGroups(): ReadonlyMap<string, string> {
  const { data } = useQuery({
    queryKey: [resourceOf(interactionGroups.list), "all"],
    queryFn: ({ signal }) => readAll(interactionGroups.list, {}, signal),
    staleTime: freshMs,
    select: namesByCode,
  });
  return data ?? noNames;
}

const noNames: ReadonlyMap<string, string> = new Map();

function namesByCode(groups: readonly RowOf<typeof interactionGroups.list>[]): ReadonlyMap<string, string> {
  return new Map(groups.map(({ code, description }) => [code, description ?? code]));
}
