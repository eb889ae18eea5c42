import type { z } from "zod";
import type { Endpoint } from "#platform/http/endpoint.ts";
import { type CallArgs, call } from "../api-client.ts";
import { type Page, type RowOf, resourceOf } from "../query.ts";

/** One record one can refer to. */
export interface LookupOption {
  /** The code or number that is stored. */
  readonly value: string;
  /** The name beside it. */
  readonly label: string;
  readonly description?: string | undefined;
  /** Address of its picture. */
  readonly image?: string | null | undefined;
}

/** Where a lookup finds its records. */
export interface LookupSource {
  /** Part of the cache key; two sources of one resource differ in it. */
  readonly key: readonly string[];
  /** What was typed and left means the only record found, even where that is called otherwise (contacts §11). */
  readonly takesOnlyOne?: boolean;
  readonly search: (words: string, signal: AbortSignal) => Promise<readonly LookupOption[]>;
  /** The records with these codes or numbers, whether they may still be chosen or not; unknown ones are left out. */
  readonly find: (values: readonly string[], signal: AbortSignal) => Promise<readonly LookupOption[]>;
}

/** A record of a list whose rows have a name. */
export function namedOption(row: { readonly code: string; readonly name: string | null }): LookupOption {
  return { value: row.code, label: row.name ?? row.code };
}

/** A record of a list whose rows have a description. */
export function describedOption(row: {
  readonly code: string;
  readonly description: string | null;
}): LookupOption {
  return { value: row.code, label: row.description ?? row.code };
}

/** How many records a lookup shows; more letters narrow it down. */
export const lookupLimit = 30;

/** A lookup over a list endpoint that understands `search` and `limit`. */
export function lookupOf<E extends Endpoint>(
  endpoint: E,
  options: {
    readonly option: (row: RowOf<E>) => LookupOption;
    /** Filters that always apply, such as `{ type: "company" }`. */
    readonly query?: Readonly<Record<string, string>>;
  },
): LookupSource {
  async function ask(query: Readonly<Record<string, string>>, signal: AbortSignal) {
    const args = { query: { ...query, limit: String(lookupLimit) }, signal };
    const page = (await call(endpoint, args as unknown as CallArgs<E>)) as unknown as Page<RowOf<E>>;
    return page.items.map(options.option);
  }
  const key = keyFilterOf(endpoint);
  return {
    key: [resourceOf(endpoint), "lookup", endpoint.id, JSON.stringify(options.query ?? {})],
    search: (words, signal) => ask({ ...options.query, ...(words === "" ? {} : { search: words }) }, signal),
    find: async (values, signal) => {
      if (key !== null) return ask({ [key]: values.join(",") }, signal);
      const found = await Promise.all(values.map((value) => ask({ search: value }, signal)));
      return found.flatMap((options, at) => options.filter(({ value }) => value === values[at]));
    },
  };
}

/** The filter by which a list answers certain records; lists without one are searched. */
function keyFilterOf({ query }: Endpoint): string | null {
  const filters = (query as z.ZodObject | undefined)?.shape ?? {};
  return ["no", "code"].find((name) => name in filters) ?? null;
}
