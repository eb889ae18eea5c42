import type { Role } from "./rights.rules.ts";

/** A user as far as the last administrator is concerned. */
export interface Administrable {
  readonly role: Role;
  readonly disabled: boolean;
}

/**
 * Whether the change would leave nobody who may administer. `after` is `null` when the user is deleted,
 * `others` the number of further enabled administrators.
 */
export function losesLastAdministrator(
  before: Administrable,
  after: Administrable | null,
  others: number,
): boolean {
  return isEnabledAdministrator(before) && !(after && isEnabledAdministrator(after)) && others === 0;
}

export function isEnabledAdministrator({ role, disabled }: Administrable): boolean {
  return role === "admin" && !disabled;
}
