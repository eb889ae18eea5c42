import { Group } from "@mantine/core";
import { useState } from "react";
import { RecordLink } from "#interactions/ui/index.ts";
import { getSalesCycleStatistics } from "#opportunities/stages/stages.contract.ts";
import { DateField } from "#web/fields/DateField.tsx";
import { useT } from "#web/i18n.ts";
import { useEndpoint } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { ErrorState } from "#web/widgets/ErrorState.tsx";
import { opportunityListHref } from "../addresses.ts";
import classes from "./CycleStatistics.module.css";

/** What is on its way on a cycle, stage by stage; every number leads to its opportunities. */
export function CycleStatistics({ code }: { readonly code: string }) {
  const t = useT();
  const format = useFormat();
  const [from, setFrom] = useState<string | null>(null);
  const [to, setTo] = useState<string | null>(null);
  const period = {
    ...(from !== null && { estimatedCloseDateFrom: from }),
    ...(to !== null && { estimatedCloseDateTo: to }),
  };
  const { data, error, refetch } = useEndpoint(
    getSalesCycleStatistics,
    { params: { code }, query: period },
    { keepPrevious: true },
  );
  const hrefOf = (more: Readonly<Record<string, string>>) =>
    opportunityListHref({ salesCycleCode: code, status: "inProgress", ...period, ...more });
  return (
    <section className={classes.statistics} aria-labelledby="cycle-statistics">
      <h2 id="cycle-statistics" className={classes.title}>
        {t("opportunities.cycle.statistics")}
      </h2>
      <Group gap="sm" align="flex-end">
        <DateField label={t("opportunities.cycle.from")} value={from} onChange={setFrom} />
        <DateField label={t("opportunities.cycle.to")} value={to} onChange={setTo} />
      </Group>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls sideways is reached by the keyboard
        <section className={classes.scroll} tabIndex={0} aria-labelledby="cycle-statistics">
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t("fields.stage")}</th>
                <th scope="col">{t("fields.noOfOpportunities")}</th>
                <th scope="col">{t("fields.estimatedValue")}</th>
                <th scope="col">{t("fields.calcdCurrentValue")}</th>
                <th scope="col">{t("opportunities.cycle.averageNoOfDays")}</th>
              </tr>
            </thead>
            <tbody>
              {data.stages.map((stage) => (
                <tr key={stage.stage}>
                  <th scope="row">
                    {[stage.stage, stage.description].filter((part) => part !== null).join(" · ")}
                  </th>
                  <td>
                    <RecordLink to={hrefOf({ currentStage: String(stage.stage) })}>
                      {format.number(stage.noOfOpportunities)}
                    </RecordLink>
                  </td>
                  <td>{format.money(stage.estimatedValue)}</td>
                  <td>{format.money(stage.calcdCurrentValue)}</td>
                  <td>{format.number(stage.averageNoOfDays)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t("opportunities.cycle.total")}</th>
                <td>
                  <RecordLink to={hrefOf({})}>{format.number(data.noOfOpportunities)}</RecordLink>
                </td>
                <td>{format.money(data.estimatedValue)}</td>
                <td>{format.money(data.calcdCurrentValue)}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </section>
      )}
    </section>
  );
}
