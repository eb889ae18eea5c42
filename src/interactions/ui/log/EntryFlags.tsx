import { IconMessageCircle } from "@tabler/icons-react";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import { useT } from "#web/i18n.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import classes from "./log.module.css";

/** What is special about an entry: canceled, a failed attempt, comments. */
export function EntryFlags({ entry }: { readonly entry: LogEntry }) {
  const t = useT();
  if (!entry.canceled && !entry.attemptFailed && !entry.hasComment) return null;
  const comments = t("interactions.timeline.comments", { count: entry.noOfComments });
  return (
    <span className={classes.flags}>
      {entry.canceled && <StatusBadge tone="danger">{t("interactions.facts.canceled")}</StatusBadge>}
      {entry.attemptFailed && <StatusBadge tone="warning">{t("interactions.facts.failedShort")}</StatusBadge>}
      {entry.hasComment && (
        <span className={classes.comments} title={comments}>
          <IconMessageCircle size={15} stroke={1.6} aria-hidden />
          <span aria-hidden>{entry.noOfComments}</span>
          <span className="visually-hidden">{comments}</span>
        </span>
      )}
    </span>
  );
}
