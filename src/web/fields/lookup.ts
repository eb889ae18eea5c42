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
}

/** Where a lookup finds its records. */
export interface LookupSource {
  /** Part of the cache key; two sources of one resource differ in it. */
  readonly key: readonly string[];
  readonly search: (words: string, signal: AbortSignal) => Promise<readonly LookupOption[]>;
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
  return {
    key: [resourceOf(endpoint), "lookup", endpoint.id, JSON.stringify(options.query ?? {})],
    search: async (words, signal) => {
      const search = words === "" ? {} : { search: words };
      const query = { ...options.query, ...search, limit: String(lookupLimit) };
      const page = (await call(endpoint, { query, signal } as unknown as CallArgs<E>)) as unknown as Page<
        RowOf<E>
      >;
      return page.items.map(options.option);
    },
  };
}
