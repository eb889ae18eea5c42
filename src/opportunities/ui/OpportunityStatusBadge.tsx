import type { OpportunityStatus } from "#opportunities/opportunities.rules.ts";
import { useT } from "#web/i18n.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { statusKey, toneOf } from "./choices.ts";

export function OpportunityStatusBadge({ status }: { readonly status: OpportunityStatus }) {
  const t = useT();
  return <StatusBadge tone={toneOf[status]}>{t(statusKey(status))}</StatusBadge>;
}
