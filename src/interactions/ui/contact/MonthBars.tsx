import { Link } from "@tanstack/react-router";
import type { ContactStatistics } from "#interactions/timeline.contract.ts";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { logHref } from "../addresses.ts";
import classes from "./ContactStatisticsBox.module.css";

/** Interactions of the last twelve months as small bars; each leads to its entries. */
export function MonthBars(props: {
  readonly months: ContactStatistics["months"];
  readonly scope: Readonly<Record<string, string>>;
}) {
  const t = useT();
  const format = useFormat();
  const { months, scope } = props;
  const highest = Math.max(1, ...months.map(({ noOfInteractions }) => noOfInteractions));
  const nameOf = (month: string) => format.date(`${month}-01`, "month");
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  return (
    <figure className={classes.chart} aria-label={t("interactions.statistics.months")}>
      <div className={classes.bars}>
        {months.map(({ month, noOfInteractions }) => {
          const label = t("interactions.statistics.month", { month: nameOf(month), count: noOfInteractions });
          return (
            <Link
              key={month}
              className={classes.bar}
              to={logHref({ ...scope, dateFrom: `${month}-01`, dateTo: lastDayOf(month) })}
              aria-label={label}
              title={label}
            >
              <span
                data-none={noOfInteractions === 0 || undefined}
                style={{ height: `${Math.max(4, (noOfInteractions / highest) * 100)}%` }}
              />
            </Link>
          );
        })}
      </div>
      <figcaption className={classes.axis} aria-hidden>
        <span>{first && nameOf(first)}</span>
        <span>{last && nameOf(last)}</span>
      </figcaption>
    </figure>
  );
}

/** `2026-02` → `2026-02-28`. */
function lastDayOf(month: string): string {
  const [year = 0, number = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
