import { IconHistory } from "@tabler/icons-react";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import { openDialog } from "#web/dialogs.ts";
import { useT } from "#web/i18n.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import classes from "./correct.module.css";
import { isCorrection } from "./correct-actions.ts";

/** Says that an entry was corrected, or corrects another one, and opens the history. */
export function CorrectedMark({ entry, tabIndex }: { readonly entry: LogEntry; readonly tabIndex?: -1 }) {
  const t = useT();
  if (!isCorrection(entry)) return null;
  const hint = t("interactions.correction.showHistory");
  return (
    <button
      type="button"
      className={classes.mark}
      aria-label={hint}
      title={hint}
      {...(tabIndex === undefined ? {} : { tabIndex })}
      onClick={() => void openDialog("interactions.corrections", { entryNo: entry.entryNo })}
    >
      <StatusBadge tone="info" icon={IconHistory}>
        {t("interactions.correction.mark")}
      </StatusBadge>
    </button>
  );
}
