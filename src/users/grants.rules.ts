import { type Right, rights, rightsOfRole } from "./rights.rules.ts";

/** Who grants: an actor, as far as it matters here. */
interface Grantor {
  readonly kind: "user" | "token" | "system";
  readonly rights: ReadonlySet<Right>;
}

/** Rights that only the role Integration brings along; whoever administers integrations may grant them. */
const ingestion: readonly Right[] = rightsOfRole.integration.filter(
  (right) => !rightsOfRole.admin.includes(right),
);

/**
 * What somebody may hand on: nobody grants more than they have, so that a single `users.admin` is no way to
 * everything. The program itself (command line, first start) grants anything.
 */
export function grantableRights(grantor: Grantor): ReadonlySet<Right> {
  if (grantor.kind === "system") return new Set(rights);
  return new Set([...grantor.rights, ...(grantor.rights.has("integration.admin") ? ingestion : [])]);
}

/** The rights among `wanted` that the grantor may not hand on. */
export function ungrantableRights(grantor: Grantor, wanted: Iterable<Right>): Right[] {
  const grantable = grantableRights(grantor);
  return [...wanted].filter((right) => !grantable.has(right));
}
