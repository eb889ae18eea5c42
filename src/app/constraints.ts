import { partiesConstraints } from "#parties/index.ts";
import type { ConstraintErrors } from "#platform/http/problems.ts";
import { usersConstraints } from "#users/users.constraints.ts";
import { viewsConstraints } from "#views/index.ts";

/** What a violated unique constraint means to the caller; modules bring their own. */
export const constraintErrors: ConstraintErrors = {
  ...partiesConstraints,
  ...usersConstraints,
  ...viewsConstraints,
};
