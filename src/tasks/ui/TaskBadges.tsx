import type { Task } from "#tasks/tasks.contract.ts";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import { statusKey, toneOf } from "./choices.ts";

/** Still to be done although its last day is over. */
export function isOverdue(
  { endingDate, closed }: Pick<Task, "endingDate" | "closed">,
  today: string,
): boolean {
  return !closed && endingDate < today;
}

/** The state of a task, and whether it should have been done. */
export function TaskBadges({ task }: { readonly task: Pick<Task, "endingDate" | "closed" | "status"> }) {
  const t = useT();
  const today = useFormat().today();
  return (
    <span style={{ display: "inline-flex", gap: 4, flexWrap: "wrap" }}>
      {isOverdue(task, today) && <StatusBadge tone="danger">{t("tasks.overdue")}</StatusBadge>}
      <StatusBadge tone={toneOf[task.status]}>{t(statusKey(task.status))}</StatusBadge>
    </span>
  );
}
