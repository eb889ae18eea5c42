import type { Locality } from "#contacts/contact.rules.ts";
import { completePostCode } from "#contacts/details/post-codes/post-code.rules.ts";
import { listPostCodes } from "#contacts/details/post-codes/post-codes.contract.ts";
import { normalizeCode } from "#platform/text.rules.ts";
import { call } from "#web/api-client.ts";
import { useMay } from "#web/session.ts";

/**
 * What to do when a post code was typed: a code of the list fills in city, county and country by the same rule as the
 * server's (contacts §1.1). Answers what it says beyond what stands there; nothing when the list cannot be asked.
 */
export function usePostCodeFilling(): (typed: Locality) => Promise<Partial<Locality>> {
  const may = useMay()("setup.read");
  return async (typed) => {
    const postCode = normalizeCode(typed.postCode);
    if (!may || postCode === null) return {};
    const found = await call(listPostCodes, { query: { code: postCode, limit: "200" } }).catch(() => null);
    const before = { ...typed, postCode };
    const after = completePostCode(before, { postCode }, found?.items ?? []);
    return Object.fromEntries(
      Object.entries(after).filter(([field, value]) => value !== before[field as keyof Locality]),
    );
  };
}
