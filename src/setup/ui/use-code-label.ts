import type { Endpoint } from "#platform/http/endpoint.ts";
import type { CallArgs } from "#web/api-client.ts";
import { useEndpoint } from "#web/query.ts";

/** The words that belong to a code, for a lookup whose record knows the code only. */
export function useCodeLabel(get: Endpoint, code: string | null): string | null {
  const { data } = useEndpoint(get, { params: { code: code ?? "" } } as unknown as CallArgs<Endpoint>, {
    enabled: code !== null,
    staleTimeMs: 60_000,
  });
  const record = data as { readonly name?: string | null; readonly description?: string | null } | undefined;
  return record?.name ?? record?.description ?? null;
}
