import { logHref } from "#interactions/ui/index.ts";
import type { InteractionStatistics } from "#statistics/statistics.contract.ts";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { StatTile } from "#web/widgets/StatTile.tsx";
import { cost, type Figure, failedAttempts, noOfInteractions, time } from "./figures.ts";
import { narrowed, type Scope } from "./question.rules.ts";
import classes from "./StatisticsPage.module.css";

const shown: readonly Figure[] = [noOfInteractions, time, cost, failedAttempts];

/** The totals, each the way to its entries; with those of the compared period under them. */
export function FigureTiles(props: { readonly statistics: InteractionStatistics; readonly scope: Scope }) {
  const t = useT();
  const format = useFormat();
  const { totals } = props.statistics;
  const { compared } = totals;
  return (
    <section className={classes.tiles} aria-label={t("statistics.page.totals")}>
      {shown.map((figure) => (
        <StatTile
          key={figure.key}
          label={t(figure.labelKey)}
          value={figure.format(figure.valueOf(totals), format)}
          href={logHref(narrowed(props.scope, figure.entries ?? {}))}
          {...(compared === null
            ? {}
            : {
                note: t("statistics.page.before", {
                  value: figure.format(figure.valueOf(compared), format),
                }),
              })}
        />
      ))}
    </section>
  );
}
