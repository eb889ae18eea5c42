import { Conflict, invalidField } from "#platform/errors.ts";
import type { ConstraintErrors } from "#platform/http/problems.ts";

function taken(code: string, path: string) {
  return () => new Conflict(code, {}, [{ path, code }]);
}

export const usersConstraints: ConstraintErrors = {
  users_user_name_key: taken("user_name_taken", "userName"),
  users_email_key: taken("user_email_taken", "email"),
  users_salesperson_id_key: taken("user_salesperson_taken", "salespersonCode"),
  users_salesperson_id_fkey: () => invalidField("salespersonCode", "not_found"),
};
