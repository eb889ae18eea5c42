import { listUsers } from "#users/users.contract.ts";
import { lookupOf } from "#web/fields/lookup.ts";

export { activeSalespersonSource as salespersonSource } from "#setup/ui/lookups.ts";

export const userSource = lookupOf(listUsers, {
  query: { disabled: "false" },
  option: ({ userName, fullName }) => ({ value: userName, label: fullName }),
});
