import type { Right } from "#users/rights.rules.ts";

const rightsOfResources: Readonly<Record<string, Right>> = {
  contacts: "contacts.read",
  customers: "parties.read",
  vendors: "parties.read",
  "bank-accounts": "parties.read",
  employees: "parties.read",
  "party-entries": "parties.read",
  "interaction-log-entries": "interactions.read",
  "interaction-templates": "setup.read",
  "interaction-groups": "setup.read",
  "marketing-setup": "setup.read",
  "company-information": "setup.read",
  "number-series": "setup.read",
  salespeople: "setup.read",
  campaigns: "campaigns.read",
  segments: "segments.read",
  opportunities: "opportunities.read",
  tasks: "tasks.read",
};

/** Records of people and access: their trail is the administrator's alone. */
const administered: ReadonlySet<string> = new Set(["users", "tokens", "sessions"]);

/** The right that reading the trail of a resource takes; the whole trail (`null`) is the administrator's. */
export function rightForTrail(resource: string | null): Right {
  if (resource === null || administered.has(resource)) return "users.admin";
  return rightsOfResources[resource] ?? "setup.read";
}
