import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import { sumsOfDays } from "./interaction-sums.queries.ts";
import type { InteractionTotals } from "./interaction-totals.contract.ts";

const subjects = {
  template: { column: "e.template_id", table: "interaction_templates" },
  group: { column: "e.group_id", table: "interaction_groups" },
  salesperson: { column: "e.salesperson_id", table: "salespeople" },
} as const;

/** Number, cost and duration of the interactions of a group, a template or a salesperson (section 13). */
export async function totalsOf(
  db: Db,
  subject: keyof typeof subjects,
  code: string,
): Promise<InteractionTotals> {
  const { column, table } = subjects[subject];
  const isOfSubject = sql<boolean>`${sql.ref(column)} = (select id from ${sql.table(table)} where code = ${code})`;
  const request = { dateFrom: null, dateTo: null, key: sql`null`, where: [isOfSubject] };
  const { totals } = await sumsOfDays(db, request, { isByMonth: true });
  return {
    noOfInteractions: totals.no_of_interactions,
    cost: Number(totals.cost),
    durationMin: totals.duration_min,
  };
}
