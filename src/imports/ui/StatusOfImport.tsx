import type { Import } from "#imports/imports.contract.ts";
import { useT } from "#web/i18n.ts";
import { StatusBadge, type Tone } from "#web/widgets/StatusBadge.tsx";

const tones: Readonly<Record<Import["status"], Tone>> = {
  ready: "neutral",
  running: "info",
  checked: "info",
  interrupted: "warning",
  done: "success",
};

export function StatusOfImport({ status }: Pick<Import, "status">) {
  const t = useT();
  return <StatusBadge tone={tones[status]}>{t(`imports.statuses.${status}`)}</StatusBadge>;
}
