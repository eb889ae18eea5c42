import type { Salesperson } from "#salespeople/salespeople.contract.ts";
import { useT } from "#web/i18n.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";

/** Says when a salesperson can no longer be chosen; nothing otherwise. */
export function SalespersonBadge({
  blocked,
  privacyBlocked,
}: Pick<Salesperson, "blocked" | "privacyBlocked">) {
  const t = useT();
  if (privacyBlocked) return <StatusBadge tone="danger">{t("fields.privacyBlocked")}</StatusBadge>;
  return blocked ? <StatusBadge tone="warning">{t("fields.blocked")}</StatusBadge> : null;
}
