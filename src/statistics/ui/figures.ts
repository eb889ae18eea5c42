import type { InteractionFigures } from "#statistics/statistics.contract.ts";
import type { TextKey } from "#web/i18n.ts";
import type { Format } from "#web/use-format.ts";
import type { Scope } from "./question.rules.ts";

/** A figure of the statistics as a column, a tile or a chart shows it. */
export interface Figure {
  readonly key: string;
  readonly labelKey: TextKey;
  readonly valueOf: (figures: InteractionFigures) => number;
  readonly format: (value: number, format: Format) => string;
  /** Filters of the log for the entries that it counts; without them it is no number of entries. */
  readonly entries?: Scope;
}

const number = (value: number, format: Format) => format.number(value);
const money = (value: number, format: Format) => format.money(value);
const duration = (value: number, format: Format) => format.duration(Math.round(value));

export const noOfInteractions: Figure = {
  key: "noOfInteractions",
  labelKey: "statistics.columns.noOfInteractions",
  valueOf: (figures) => figures.noOfInteractions,
  format: number,
  entries: {},
};
export const cost: Figure = {
  key: "cost",
  labelKey: "statistics.columns.cost",
  valueOf: (figures) => figures.cost,
  format: money,
};
export const time: Figure = {
  key: "durationMin",
  labelKey: "statistics.page.totalTime",
  valueOf: (figures) => figures.durationMin,
  format: duration,
};
export const failedAttempts: Figure = {
  key: "noOfFailedAttempts",
  labelKey: "statistics.columns.noOfFailedAttempts",
  valueOf: (figures) => figures.noOfFailedAttempts,
  format: number,
  entries: { attemptFailed: "true" },
};
export const positive: Figure = {
  key: "positive",
  labelKey: "statistics.page.evaluated",
  valueOf: ({ evaluations }) => evaluations.veryPositive + evaluations.positive,
  format: number,
  entries: { evaluation: "veryPositive,positive" },
};
export const negative: Figure = {
  key: "negative",
  labelKey: "statistics.page.bad",
  valueOf: ({ evaluations }) => evaluations.veryNegative + evaluations.negative,
  format: number,
  entries: { evaluation: "veryNegative,negative" },
};
export const averageCost: Figure = {
  key: "averageCost",
  labelKey: "statistics.columns.averageCost",
  valueOf: (figures) => figures.averageCost,
  format: money,
};
export const averageTime: Figure = {
  key: "averageDurationMin",
  labelKey: "statistics.page.averageTime",
  valueOf: (figures) => figures.averageDurationMin,
  format: duration,
};
export const responses: Figure = {
  key: "contactsResponded",
  labelKey: "statistics.columns.contactsResponded",
  valueOf: (figures) => figures.contactsResponded,
  format: number,
};

/** The columns of the table, in their order. */
export const tableFigures: readonly Figure[] = [
  noOfInteractions,
  time,
  cost,
  averageTime,
  averageCost,
  positive,
  negative,
  failedAttempts,
];

/** What the chart can show. */
export const chartFigures: readonly Figure[] = [noOfInteractions, time, cost, positive, failedAttempts];
