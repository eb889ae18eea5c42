import { type RawBuilder, sql } from "kysely";

/** What the log is summed by and what is summed; the tables of sums and every reading of them are made of these. */

/** Columns of the log by which sums are kept apart, besides the day. */
export const dimensions = ["template_id", "group_id", "salesperson_id", "campaign_id", "evaluation"] as const;

/** Sums of the tables of sums, each with what it adds up of an entry of the log. */
const entryMeasures = {
  no_of_interactions: sql`1::bigint`,
  cost: sql`e.cost`,
  duration_min: sql`e.duration_min::bigint`,
  no_of_failed_attempts: sql`e.attempt_failed::int::bigint`,
  targets_contacted: sql`e.campaign_target::int::bigint`,
  targets_responded: sql`e.campaign_response::int::bigint`,
};
type Measure = keyof typeof entryMeasures;
export const measures = Object.keys(entryMeasures) as Measure[];

/** Entries that count (interactions, section 13). */
export const isCounted = sql`not e.canceled and not e.postponed`;

/** The columns of sums, of a table of sums under this name. */
export function columnsOf(table: string): RawBuilder<unknown> {
  return sql.join([...dimensions, ...measures].map((column) => sql.ref(`${table}.${column}`)));
}

/** The same columns, of one entry of the log under the name `e`. */
export const columnsOfEntry: RawBuilder<unknown> = sql.join([
  ...dimensions.map((dimension) => sql.ref(`e.${dimension}`)),
  ...measures.map((measure) => sql`${entryMeasures[measure]} as ${sql.ref(measure)}`),
]);

/** The measures added up, under their own names. */
export const addedUp: RawBuilder<unknown> = sql.join(
  measures.map((measure) => sql`sum(${sql.ref(measure)}) as ${sql.ref(measure)}`),
);
