/** Rights and roles of `API.md`, "Roles and rights". Pure: shared by server, UI and tests. */

export const readRights = [
  "contacts.read",
  "interactions.read",
  "segments.read",
  "campaigns.read",
  "opportunities.read",
  "tasks.read",
  "parties.read",
  "documents.read",
  "setup.read",
  "reports.read",
] as const;

export const rights = [
  ...readRights,
  "interactionSetup.read",
  "contacts.write",
  "parties.write",
  "contacts.delete",
  "contacts.merge",
  "privacy.manage",
  "interactions.write",
  "interactions.delete",
  "segments.edit",
  "segments.write",
  "savedCriteria.write",
  "loggedSegments.delete",
  "campaigns.write",
  "campaigns.delete",
  "opportunities.write",
  "tasks.write",
  "documents.write",
  "documents.post",
  "unmatched.resolve",
  "setup.write",
  "interactionSetup.write",
  "jobs.run",
  "emailLogging.admin",
  "integration.admin",
  "users.admin",
  "events.write",
  "calls.write",
] as const;

export type Right = (typeof rights)[number];

export const roles = ["admin", "crmAdmin", "marketer", "crmUser", "viewer", "integration"] as const;
export type Role = (typeof roles)[number];

const dailyWork: readonly Right[] = ["contacts.write", "parties.write", "interactions.write"];
const sales: readonly Right[] = ["segments.edit", "opportunities.write", "tasks.write", "unmatched.resolve"];
const documents: readonly Right[] = ["documents.write", "documents.post"];
const marketing: readonly Right[] = ["segments.write", "campaigns.write"];
const administration: readonly Right[] = ["emailLogging.admin", "integration.admin", "users.admin"];
const ingestion: readonly Right[] = ["events.write", "calls.write"];

const everybody: readonly Right[] = [...readRights, "interactionSetup.read"];

const crmAdmin = rights.filter((right) => !administration.includes(right) && !ingestion.includes(right));

/** The rights each role brings along. */
export const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
  admin: rights,
  crmAdmin,
  marketer: [...everybody, ...dailyWork, ...sales, ...marketing],
  crmUser: [...everybody, ...dailyWork, ...sales, ...documents],
  viewer: everybody,
  integration: [...readRights, ...dailyWork, ...documents, ...ingestion],
};

/** A role and the single rights on top of it. */
export interface GrantedRights {
  readonly role: Role;
  readonly extraRights: readonly Right[];
}

/** What a user may do: the role's rights and single rights on top. */
export function rightsOfUser({ role, extraRights }: GrantedRights): ReadonlySet<Right> {
  return new Set([...rightsOfRole[role], ...extraRights]);
}

/**
 * What a token may do: its role's rights, with the single rights of a user of the same role; narrowed to single
 * rights where it is; on behalf of a user never more than the user may.
 */
export function rightsOfToken(
  { role, narrowedTo }: { readonly role: Role; readonly narrowedTo: readonly Right[] | null },
  user: GrantedRights | null = null,
): ReadonlySet<Right> {
  const granted = rightsOfUser({ role, extraRights: user?.role === role ? user.extraRights : [] });
  const ofUser = user && rightsOfUser(user);
  return new Set(
    [...granted].filter((right) => (narrowedTo?.includes(right) ?? true) && (ofUser?.has(right) ?? true)),
  );
}
