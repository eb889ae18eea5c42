import type { User } from "#users/users.contract.ts";
import { useT } from "#web/i18n.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";

/** Whether a user can sign in. */
export function UserState({ disabled, hasPassword }: Pick<User, "disabled" | "hasPassword">) {
  const t = useT();
  if (disabled) return <StatusBadge tone="neutral">{t("users.states.disabled")}</StatusBadge>;
  return hasPassword ? (
    <StatusBadge tone="success">{t("users.states.active")}</StatusBadge>
  ) : (
    <StatusBadge tone="info">{t("users.states.invited")}</StatusBadge>
  );
}
