import { Text } from "@mantine/core";
import { listOpportunityEntries, type OpportunityEntry } from "#opportunities/entries/entries.contract.ts";
import { useT } from "#web/i18n.ts";
import { useInfiniteList } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { StatusBadge } from "#web/widgets/StatusBadge.tsx";
import classes from "./EntryHistory.module.css";

/** What an opportunity stood on and was thought worth, the latest first. */
export function EntryHistory({ no }: { readonly no: string }) {
  const t = useT();
  const list = useInfiniteList(listOpportunityEntries, { params: { no } }, { pageSize: 50 });
  if (!list.isLoading && list.rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t("opportunities.history.empty")}
      </Text>
    );
  return (
    <ol className={classes.entries} aria-label={t("opportunities.history.title")}>
      {list.rows.map((entry) => (
        <Entry key={entry.entryNo} entry={entry} />
      ))}
      {list.hasMore && (
        <li>
          <button type="button" className={classes.more} onClick={list.loadMore}>
            {t("web.actions.showAll")}
          </button>
        </li>
      )}
    </ol>
  );
}

function Entry({ entry }: { readonly entry: OpportunityEntry }) {
  const t = useT();
  const format = useFormat();
  const { stage, stageDescription, actionTaken } = entry;
  const isOver = actionTaken === "won" || actionTaken === "lost";
  const facts = [
    format.date(entry.dateOfChange),
    entry.daysOpen === null ? null : t("opportunities.history.days", { count: entry.daysOpen }),
    t("opportunities.history.worth", {
      probability: format.number(entry.probability),
      value: format.money(entry.calcdCurrentValue),
    }),
    isOver
      ? entry.closeOpportunityCode
      : t("opportunities.history.closes", { date: format.date(entry.estimatedCloseDate) }),
    entry.salespersonName ?? entry.salespersonCode,
  ];
  return (
    <li className={classes.entry} data-active={entry.active || undefined}>
      <div className={classes.head}>
        <span className={classes.name}>
          {stage === null
            ? t(isOver ? "opportunities.history.closed" : "opportunities.history.noStage")
            : [stage, stageDescription].filter((part) => part !== null).join(" · ")}
        </span>
        <StatusBadge
          tone={actionTaken === "won" ? "success" : actionTaken === "lost" ? "warning" : "neutral"}
        >
          {t(`opportunities.actionsTaken.${actionTaken ?? "first"}`)}
        </StatusBadge>
        <span className={classes.value}>{format.money(entry.estimatedValue)}</span>
      </div>
      <div className={classes.facts}>{facts.filter((fact) => fact !== null).join(" · ")}</div>
    </li>
  );
}
