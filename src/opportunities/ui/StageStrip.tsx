import { IconCheck, IconFlag, IconX } from "@tabler/icons-react";
import type { Opportunity } from "#opportunities/opportunities.contract.ts";
import { listSalesCycleStages } from "#opportunities/stages/stages.contract.ts";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import classes from "./StageStrip.module.css";

/** The stages of its cycle in their order: what is behind, where it stands, what is ahead. */
export function StageStrip({ record }: { readonly record: Opportunity }) {
  const t = useT();
  const { salesCycleCode, currentStage, status, closed } = record;
  const { data } = useEndpoint(
    listSalesCycleStages,
    { params: { code: salesCycleCode ?? "" }, query: { limit: "200" } },
    { enabled: salesCycleCode !== null },
  );
  const stages = data?.items ?? [];
  return (
    <section className={classes.strip} aria-label={t("opportunities.stages.title")}>
      {stages.length > 0 && (
        <ol className={classes.stages}>
          {stages.map(({ stage, description }) => (
            <li
              key={stage}
              className={classes.stage}
              data-state={stateOf(stage, currentStage, closed)}
              aria-current={stage === currentStage ? "step" : undefined}
            >
              <span className={classes.mark} aria-hidden>
                {currentStage !== null && stage < currentStage ? <IconCheck size={13} stroke={2.4} /> : stage}
              </span>
              <span className={classes.name}>{description ?? t("opportunities.stages.nth", { stage })}</span>
            </li>
          ))}
        </ol>
      )}
      {status === "notStarted" && (
        <p className={classes.note}>
          {t(salesCycleCode === null ? "opportunities.stages.noCycle" : "opportunities.stages.notStarted")}
        </p>
      )}
      {closed && <Outcome record={record} />}
    </section>
  );
}

function stateOf(stage: number, current: number | null, isClosed: boolean): string {
  if (isClosed || current === null) return "idle";
  if (stage === current) return "current";
  return stage < current ? "behind" : "ahead";
}

function Outcome({ record }: { readonly record: Opportunity }) {
  const t = useT();
  const format = useFormat();
  const isWon = record.status === "won";
  const Icon = isWon ? IconFlag : IconX;
  return (
    <p className={classes.note} data-outcome={record.status}>
      <Icon size={15} stroke={1.9} aria-hidden />
      {t(isWon ? "opportunities.stages.won" : "opportunities.stages.lost", {
        date: record.dateClosed === null ? "" : format.date(record.dateClosed),
        value: format.money(record.calcdCurrentValue ?? 0),
        code: record.closeOpportunityCode ?? "–",
      })}
    </p>
  );
}
