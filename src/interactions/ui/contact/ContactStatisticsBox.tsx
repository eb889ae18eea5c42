import { Skeleton } from "@mantine/core";
import type { QueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { evaluations } from "#interactions/lifecycle.rules.ts";
import { type ContactStatistics, getContactStatistics } from "#interactions/timeline.contract.ts";
import { Fact, FactBox, FactList } from "#web/card/FactBox.tsx";
import { useT } from "#web/i18n.ts";
import { endpointQuery, useEndpoint } from "#web/query.ts";
import { useFormat } from "#web/use-format.ts";
import { logHref } from "../addresses.ts";
import { enumKey } from "../choices.ts";
import { faces } from "../evaluation-faces.ts";
import { RecordLink } from "../RecordLink.tsx";
import classes from "./ContactStatisticsBox.module.css";
import { MonthBars } from "./MonthBars.tsx";

/** Asks for the figures while the contact itself is still on its way. */
export function prefetchStatistics(queries: QueryClient, no: string): void {
  void queries.prefetchQuery(endpointQuery(getContactStatistics, { params: { no } }));
}

/** How much a contact was talked to, when last, and how it went. Every figure leads to its very entries. */
export function ContactStatisticsBox(props: {
  readonly contactNo: string;
  readonly type: "company" | "person";
}) {
  const t = useT();
  const { contactNo, type } = props;
  const { data } = useEndpoint(getContactStatistics, { params: { no: contactNo } });
  // Canceled entries count nowhere, so they are not behind the figures either.
  const scope = { [type === "company" ? "contactCompanyNo" : "contactNo"]: contactNo, canceled: "false" };
  return (
    <FactBox titleKey="interactions.statistics.title">
      {data === undefined ? <Skeleton height={150} /> : <Figures statistics={data} scope={scope} />}
      {data !== undefined && evaluations.some((value) => data.evaluations[value] > 0) && (
        <ul className={classes.faces} aria-label={t("interactions.statistics.evaluations")}>
          {faces.map(({ value, icon: Icon, tone }) => (
            <li key={value}>
              <Link
                className={classes.face}
                to={logHref({ ...scope, evaluation: value })}
                aria-label={t("interactions.statistics.evaluation", {
                  evaluation: t(enumKey(value)),
                  count: data.evaluations[value],
                })}
                title={t(enumKey(value))}
                data-none={data.evaluations[value] === 0 || undefined}
              >
                <Icon
                  size={18}
                  stroke={1.6}
                  aria-hidden
                  color={tone === "neutral" ? "var(--mantine-color-dimmed)" : `var(--rp-${tone}-text)`}
                />
                {data.evaluations[value]}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </FactBox>
  );
}

function Figures(props: {
  readonly statistics: ContactStatistics;
  readonly scope: Readonly<Record<string, string>>;
}) {
  const t = useT();
  const format = useFormat();
  const { statistics, scope } = props;
  const { noOfInteractions, dateOfLastInteraction, lastDateAttempted } = statistics;
  const dayLink = (day: string) => (
    <RecordLink to={logHref({ ...scope, dateFrom: day, dateTo: day })} title={format.date(day, "weekday")}>
      {format.relativeDay(day)}
    </RecordLink>
  );
  return (
    <>
      <FactList>
        <Fact label={t("interactions.statistics.noOfInteractions")}>
          {noOfInteractions === 0 ? (
            "0"
          ) : (
            <RecordLink to={logHref(scope)}>{format.number(noOfInteractions)}</RecordLink>
          )}
        </Fact>
        <Fact label={t("interactions.statistics.lastInteraction")}>
          {dateOfLastInteraction === null
            ? t("interactions.statistics.never")
            : dayLink(dateOfLastInteraction)}
        </Fact>
        <Fact label={t("interactions.statistics.lastAttempt")}>
          {lastDateAttempted !== null &&
            lastDateAttempted !== dateOfLastInteraction &&
            dayLink(lastDateAttempted)}
        </Fact>
        <Fact label={t("interactions.statistics.time")}>{format.duration(statistics.durationMin)}</Fact>
        <Fact label={t("interactions.statistics.cost")}>{format.money(statistics.cost)}</Fact>
      </FactList>
      {noOfInteractions > 0 && <MonthBars months={statistics.months} scope={scope} />}
    </>
  );
}
