import { IconMessageCircle } from "@tabler/icons-react";
import type { LogEntry } from "#interactions/log-entry.contract.ts";
import { useT } from "#web/i18n.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { CorrectedMark } from "../correct/CorrectedMark.tsx";
import { isCorrection } from "../correct/correct-actions.ts";
import classes from "./log.module.css";

/** What is special about an entry: canceled, corrected, a failed attempt, comments. */
export function EntryFlags(props: {
  readonly entry: LogEntry;
  /** In a grid, which is one stop of the Tab key. */
  readonly isInGrid?: boolean;
}) {
  const t = useT();
  const { entry } = props;
  if (!entry.canceled && !entry.attemptFailed && !entry.hasComment && !isCorrection(entry)) return null;
  const comments = t("interactions.timeline.comments", { count: entry.noOfComments });
  return (
    <span className={classes.flags}>
      {entry.canceled && <StatusBadge tone="danger">{t("interactions.facts.canceled")}</StatusBadge>}
      <CorrectedMark entry={entry} {...(props.isInGrid ? { tabIndex: -1 } : {})} />
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
