import type { Right } from "./rights.rules.ts";

/** Who grants: an actor, as far as it matters here. */
interface Grantor {
  readonly kind: "user" | "token" | "system" | "anonymous";
  readonly rights: ReadonlySet<Right>;
}

/**
 * The rights among `wanted` that the grantor may not hand on: nobody grants more than they have, so that a single
 * `users.admin` is no way to everything. The program itself (command line, first start) grants anything.
 */
export function ungrantableRights(grantor: Grantor, wanted: Iterable<Right>): Right[] {
  if (grantor.kind === "system") return [];
  return [...wanted].filter((right) => !grantor.rights.has(right));
}
