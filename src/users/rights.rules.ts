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
  admin: rights.filter((right) => !ingestion.includes(right)),
  crmAdmin,
  marketer: [...everybody, ...dailyWork, ...sales, ...marketing],
  crmUser: [...everybody, ...dailyWork, ...sales, ...documents],
  viewer: everybody,
  integration: [...readRights, ...dailyWork, ...documents, ...ingestion],
};

/**
 * What somebody may do: the role's rights and single rights on top; a token narrowed to single rights
 * keeps only those of its role.
 */
export function effectiveRights(
  role: Role,
  extraRights: readonly Right[] = [],
  narrowedTo: readonly Right[] | null = null,
): ReadonlySet<Right> {
  const granted = [...rightsOfRole[role], ...extraRights];
  return new Set(narrowedTo ? granted.filter((right) => narrowedTo.includes(right)) : granted);
}
