import type { Role } from "#users/rights.rules.ts";
import { useT } from "#web/i18n.ts";

export function RoleName({ role }: { readonly role: Role }) {
  return useT()(`users.roles.${role}`);
}
