import type { ReactNode } from "react";
import { logHref } from "#interactions/ui/index.ts";
import { RecordLink } from "#interactions/ui/RecordLink.tsx";
import type { InteractionTotals } from "#statistics/interaction-totals.contract.ts";
import { Fact, FactBox, FactList } from "#web/card/FactBox.tsx";
import { useT } from "#web/i18n.ts";
import { stringifySearch } from "#web/url-state.ts";
import { useFormat } from "#web/use-format.ts";
import { statisticsPath } from "./addresses.ts";

/** The interactions of a template or a salesperson: how many, how long, at what cost – and month by month. */
export function InteractionTotalsBox(props: {
  readonly totals: InteractionTotals;
  /** The filter of the log that gives them. */
  readonly scope: Readonly<Record<string, string>>;
  /** More facts. */
  readonly children?: ReactNode;
}) {
  const t = useT();
  const format = useFormat();
  const { totals, scope } = props;
  return (
    <FactBox titleKey="statistics.totals.title">
      <FactList>
        <Fact label={t("statistics.columns.noOfInteractions")}>
          <RecordLink to={logHref({ ...scope, canceled: "false" })}>
            {format.number(totals.noOfInteractions)}
          </RecordLink>
        </Fact>
        <Fact label={t("statistics.page.totalTime")}>{format.duration(totals.durationMin)}</Fact>
        <Fact label={t("statistics.columns.cost")}>{format.money(totals.cost)}</Fact>
        {props.children}
      </FactList>
      <p style={{ margin: "8px 0 0", fontSize: 13 }}>
        <RecordLink
          to={`${statisticsPath}${stringifySearch({ by: "month", period: "last12Months", ...scope })}`}
        >
          {t("statistics.totals.byMonth")}
        </RecordLink>
      </p>
    </FactBox>
  );
}
