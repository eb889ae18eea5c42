import { type Measure, measureReads } from "./measure.ts";

/** Each takes as long as a reader of a report waits, and its floor longer. */
const count = 20;

function statistics(
  name: string,
  title: string,
  query: string,
  floor: { key: string; months: number },
): Measure {
  const path = `/statistics/interactions?${query}`;
  return {
    name,
    title,
    floorIs: "the plain sum over the log",
    run: (bench) =>
      measureReads(bench, {
        aim: "oneSecond",
        paths: [path],
        floor: {
          sql: `
            select ${floor.key} as key, count(*), sum(e.cost), sum(e.duration_min),
                   count(*) filter (where e.attempt_failed), count(*) filter (where e.evaluation = 'positive')
              from interaction_log_entries e
             where not e.canceled and not e.postponed
               and e.happened_at >= date_trunc('day', localtimestamp) - make_interval(months => $1)
             group by 1 order by 2 desc limit 200`,
          values: [[floor.months]],
          isExact: false,
          planning: "auto",
        },
        count,
      }),
    sample: async () => ({ path }),
  };
}

/** Days ago as the API writes them. */
function day(daysAgo: number): string {
  return new Date(Date.now() - daysAgo * 86_400_000).toISOString().slice(0, 10);
}

const year = `dateFrom=${day(365)}&dateTo=${day(0)}`;
const month = `dateFrom=${day(30)}&dateTo=${day(0)}`;

export const interactionStatistics: readonly Measure[] = [
  statistics("statistics-templates", "Statistics by template, the whole log", "by=template", {
    key: "e.template_id",
    months: 120,
  }),
  statistics(
    "statistics-salespeople",
    "Statistics by salesperson, a year beside the one before",
    `by=salesperson&compareWith=previousYear&${year}`,
    { key: "e.salesperson_id", months: 24 },
  ),
  statistics("statistics-weeks", "Statistics by week, a year", `by=week&${year}`, {
    key: "date_trunc('week', e.happened_at)",
    months: 12,
  }),
  statistics("statistics-companies", "Statistics by company, a month", `by=contactCompany&${month}`, {
    key: "e.company_id",
    months: 1,
  }),
];
