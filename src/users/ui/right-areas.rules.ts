/** Rights in groups that a person can read. Pure. */

import { type Right, rights } from "../rights.rules.ts";

export const areas = [
  "contacts",
  "interactions",
  "segments",
  "campaigns",
  "opportunities",
  "tasks",
  "parties",
  "documents",
  "reports",
  "setup",
  "administration",
] as const;
export type Area = (typeof areas)[number];

/** Where the first word of a right is not its area. */
const areaOf: Readonly<Record<string, Area>> = {
  savedCriteria: "segments",
  loggedSegments: "segments",
  interactionSetup: "setup",
  privacy: "contacts",
  unmatched: "interactions",
  jobs: "setup",
  emailLogging: "administration",
  integration: "administration",
  users: "administration",
  events: "administration",
  calls: "administration",
};

export interface RightsOfArea {
  readonly area: Area;
  readonly rights: readonly Right[];
}

/** The given rights by area, in the order of the areas; areas without any are left out. */
export function groupRights(wanted: Iterable<Right>): RightsOfArea[] {
  const set = new Set(wanted);
  const ordered = rights.filter((right) => set.has(right));
  return areas
    .map((area) => ({ area, rights: ordered.filter((right) => areaOfRight(right) === area) }))
    .filter((group) => group.rights.length > 0);
}

function areaOfRight(right: Right): Area {
  const [word = ""] = right.split(".");
  return areaOf[word] ?? (word as Area);
}
