import { Conflict } from "#platform/errors.ts";
import type { ConstraintErrors } from "#platform/http/problems.ts";

const code = "view_name_taken";

export const viewsConstraints: ConstraintErrors = {
  saved_views_name_key: () => new Conflict(code, {}, [{ path: "name", code }]),
};
