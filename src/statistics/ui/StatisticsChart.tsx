import { SegmentedControl, Text } from "@mantine/core";
import { useId } from "react";
import { logHref } from "#interactions/ui/index.ts";
import type { InteractionStatistics } from "#statistics/statistics.contract.ts";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { BarChart } from "#web/widgets/BarChart.tsx";
import { chartFigures } from "./figures.ts";
import { entriesOfRow, narrowed } from "./question.rules.ts";
import { shortLabelOfRow } from "./row-label.ts";
import classes from "./StatisticsPage.module.css";
import type { Question } from "./use-question.ts";

/** More bars than this are too thin to point at. */
const mostBars = 60;
const mostNamedBars = 15;

/** One figure of every row; a bar leads to its entries. */
export function StatisticsChart(props: {
  readonly statistics: InteractionStatistics;
  readonly question: Question;
}) {
  const t = useT();
  const format = useFormat();
  const id = useId();
  const { statistics, question } = props;
  const { by, rows } = statistics;
  const figure = chartFigures.find(({ key }) => key === question.search.chart) ?? chartFigures[0]!;
  const isInTime = rows.some(({ dateFrom }) => dateFrom !== null);
  const bars = (
    isInTime ? rows.slice(-mostBars) : rows.toSorted((a, b) => figure.valueOf(b) - figure.valueOf(a))
  )
    .slice(0, isInTime ? mostBars : mostNamedBars)
    .map((row) => {
      const entries = entriesOfRow(by, row, question.scope);
      return {
        label: shortLabelOfRow(by, row, t, format),
        value: figure.valueOf(row),
        ...(entries === null ? {} : { href: logHref(narrowed(entries, figure.entries ?? {})) }),
      };
    });
  return (
    <section className={classes.chart}>
      <div className={classes.chartHead}>
        <Text id={id} className="visually-hidden">
          {t("statistics.page.chartFigure")}
        </Text>
        <SegmentedControl
          size="xs"
          aria-labelledby={id}
          value={figure.key}
          onChange={(chart) => question.change({ chart })}
          data={chartFigures.map(({ key, labelKey }) => ({ value: key, label: t(labelKey) }))}
        />
      </div>
      <BarChart
        title={t("statistics.page.chart", {
          figure: t(figure.labelKey),
          by: t(`statistics.page.tabs.${by}`),
        })}
        valueLabel={t(figure.labelKey)}
        formatValue={(value) => figure.format(value, format)}
        bars={bars}
        height={220}
      />
    </section>
  );
}
