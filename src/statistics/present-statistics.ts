import type { GroupedSums, InteractionSums } from "./interaction-sums.queries.ts";
import { endOf, type Grain, grains, startsIn } from "./periods.rules.ts";
import type { Breakdown, InteractionFigures, InteractionStatistics } from "./statistics.contract.ts";

/** More periods than this are not filled up with those in which nothing happened. */
const mostPeriods = 1_000;

/** What was asked for. */
export interface Question {
  readonly by: Breakdown;
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly limit: number;
}

/** Puts the sums of both periods side by side; the keys of rows are still those of the database. */
export function presentStatistics(
  { by, dateFrom, dateTo, limit }: Question,
  current: GroupedSums & { readonly noOfGroups: number },
  compared: GroupedSums | null,
): Omit<InteractionStatistics, "comparedPeriod"> {
  const before = new Map(compared?.groups.map((group) => [group.key, group]));
  const now = new Map(current.groups.map((group) => [group.key, group]));
  const keys = isGrain(by)
    ? periodsOf(by, { dateFrom, dateTo }, [...now.keys(), ...before.keys()])
    : [...new Set([...now.keys(), ...before.keys()])];
  const rows = keys.map((key) => ({
    key,
    name: null,
    ...(isGrain(by) ? daysOf(by, key!, { dateFrom, dateTo }) : { dateFrom: null, dateTo: null }),
    ...presentFigures(now.get(key) ?? nothing),
    compared: compared && presentFigures(before.get(key) ?? nothing),
  }));
  return {
    by,
    dateFrom,
    dateTo,
    rows: isGrain(by) ? rows : rows.slice(0, limit),
    noOfRows: Math.max(rows.length, current.noOfGroups),
    totals: {
      ...presentFigures(current.totals),
      compared: compared && presentFigures(compared.totals),
    },
  };
}

interface Bounds {
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
}

/** The first days of all periods from the first to the last, or of those in which something happened. */
function periodsOf(grain: Grain, bounds: Bounds, found: readonly (string | null)[]): string[] {
  const happened = [...new Set(found.filter((key) => key !== null))].sort();
  const dateFrom = bounds.dateFrom ?? happened[0];
  const dateTo = bounds.dateTo ?? happened.at(-1);
  if (dateFrom === undefined || dateTo === undefined) return [];
  return startsIn(grain, { dateFrom, dateTo }, mostPeriods) ?? happened;
}

function daysOf(grain: Grain, start: string, { dateFrom, dateTo }: Bounds) {
  const end = endOf(grain, start);
  return {
    dateFrom: dateFrom !== null && dateFrom > start ? dateFrom : start,
    dateTo: dateTo !== null && dateTo < end ? dateTo : end,
  };
}

export function isGrain(by: Breakdown): by is Grain {
  return (grains as readonly string[]).includes(by);
}

export function presentFigures(sums: InteractionSums): InteractionFigures {
  return {
    noOfInteractions: sums.no_of_interactions,
    cost: Number(sums.cost),
    durationMin: sums.duration_min,
    averageCost: Number(sums.average_cost),
    averageDurationMin: Number(sums.average_duration_min),
    noOfFailedAttempts: sums.no_of_failed_attempts,
    targetContactsContacted: sums.targets_contacted,
    contactsResponded: sums.targets_responded,
    evaluations: sums.evaluations,
  };
}

const nothing: InteractionSums = {
  no_of_interactions: 0,
  cost: "0",
  duration_min: 0,
  no_of_failed_attempts: 0,
  targets_contacted: 0,
  targets_responded: 0,
  average_cost: "0",
  average_duration_min: "0",
  evaluations: { veryPositive: 0, positive: 0, neutral: 0, negative: 0, veryNegative: 0 },
};
