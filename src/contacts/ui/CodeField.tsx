import { useQuery } from "@tanstack/react-query";
import { LookupField, type LookupFieldProps } from "#web/fields/LookupField.tsx";
import type { LookupSource } from "#web/fields/lookup.ts";

/** A code of the set-up with its name beside it; the contact itself brings the code alone. */
export function CodeField(props: Omit<LookupFieldProps, "valueLabel">) {
  return <LookupField {...props} valueLabel={useCodeName(props.source, props.value)} />;
}

/** How long (ms) a name counts as fresh: the set-up changes rarely. */
const settledMs = 10 * 60_000;

/** The name behind a code, looked up where the code is chosen. */
export function useCodeName(source: LookupSource, code: string | null, isEnabled = true): string | null {
  const { data } = useQuery({
    queryKey: [...source.key, "name", code],
    queryFn: async ({ signal }) => {
      const options = await source.search(code ?? "", signal);
      return options.find(({ value }) => value === code)?.label ?? null;
    },
    enabled: isEnabled && code !== null,
    staleTime: settledMs,
  });
  return data ?? null;
}
