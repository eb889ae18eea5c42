import { Skeleton } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useState } from "react";
import type { Home } from "#home/home.contract.ts";
import { logHref } from "#interactions/ui/index.ts";
import { Part } from "#web/grid/Part.tsx";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import classes from "./HomePage.module.css";
import { labelledWeeks, scaleTop, sundayOf, weekNumber } from "./home.rules.ts";
import chart from "./WeekChart.module.css";

type Week = Home["weeks"][number];

/** How many interactions each week had, one's own at the bottom; every bar leads to the log of its week. */
export function WeekChart({ weeks }: { readonly weeks: Home["weeks"] | undefined }) {
  const t = useT();
  return (
    <section aria-labelledby="home-weeks">
      <div className={chart.chart}>
        <div className={classes.sectionHead}>
          <h2 id="home-weeks">{t("home.chart.title")}</h2>
          <div className={chart.legend} aria-hidden>
            <span data-mine>{t("home.chart.mine")}</span>
            <span>{t("home.chart.others")}</span>
          </div>
        </div>
        {weeks === undefined ? <Skeleton height={200} /> : <Bars weeks={weeks} />}
      </div>
    </section>
  );
}

function Bars({ weeks }: { readonly weeks: readonly Week[] }) {
  const t = useT();
  const format = useFormat();
  const top = scaleTop(weeks);
  const labelled = labelledWeeks(weeks);
  /** The bar the Tab key stops at; the arrow keys move it. */
  const [stop, setStop] = useState(weeks.length - 1);
  const [pointed, setPointed] = useState<number | null>(null);
  const shown = weeks[pointed ?? stop];

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const last = weeks.length - 1;
    const to = { ArrowLeft: stop - 1, ArrowRight: stop + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(last, Math.max(0, to));
    event.currentTarget.querySelectorAll<HTMLElement>("a")[next]?.focus();
  }

  return (
    <>
      <Part
        role="group"
        aria-labelledby="home-weeks"
        aria-describedby="home-weeks-keys"
        className={chart.plot}
        onKeyDown={onKeyDown}
        onMouseLeave={() => setPointed(null)}
      >
        <div className={chart.line} style={{ top: 0 }} aria-hidden>
          {format.number(top)}
        </div>
        <div className={chart.line} style={{ top: "50%" }} aria-hidden>
          {format.number(top / 2)}
        </div>
        {weeks.map((week, place) => (
          <Link
            key={week.monday}
            className={chart.week}
            to={logHref({ dateFrom: week.monday, dateTo: sundayOf(week.monday), canceled: "false" })}
            preload={false}
            tabIndex={place === stop ? 0 : -1}
            aria-label={barText(week, t, format)}
            onFocus={() => {
              setStop(place);
              setPointed(null);
            }}
            onMouseEnter={() => setPointed(place)}
          >
            <Bar className={chart.others} value={week.noOfInteractions - week.noOfMyInteractions} top={top} />
            <Bar className={chart.mine} value={week.noOfMyInteractions} top={top} />
          </Link>
        ))}
      </Part>
      <span id="home-weeks-keys" className="visually-hidden">
        {t("home.chart.keys")}
      </span>
      <div className={chart.labels} aria-hidden>
        {weeks.map(({ monday }) => (
          <span key={monday}>{labelled.has(monday) && format.date(monday, "dayOfYear")}</span>
        ))}
      </div>
      <div className={chart.readout} aria-hidden>
        {shown && barText(shown, t, format)}
      </div>
    </>
  );
}

function Bar(props: {
  readonly className: string | undefined;
  readonly value: number;
  readonly top: number;
}) {
  if (props.value === 0) return null;
  return <span className={props.className} style={{ height: `${(props.value / props.top) * 100}%` }} />;
}

function barText(week: Week, t: ReturnType<typeof useT>, format: ReturnType<typeof useFormat>): string {
  const range = format.dateRange(week.monday, sundayOf(week.monday));
  return t("home.chart.bar", {
    week: t("home.chart.week", { week: weekNumber(week.monday), range }),
    mine: week.noOfMyInteractions,
    all: week.noOfInteractions,
  });
}
