import { type RawBuilder, sql } from "kysely";
import type { OpportunityFigures } from "#opportunities/figures.contract.ts";
import { opportunityFiguresOf } from "#opportunities/index.ts";

/** Figures of a contact about its tasks and opportunities (contacts §1.1, computed). */
export interface DealingFigures {
  /** The earliest open task that it sees: a company its people's too (campaigns T-1). */
  readonly nextTaskDate: string | null;
  readonly opportunities: OpportunityFigures;
}

interface Scope {
  readonly id: number;
  readonly type: "company" | "person";
  readonly companyId: number | null;
  readonly dateFrom?: string | undefined;
  readonly dateTo?: string | undefined;
}

/** Columns with the figures; opportunities are those that are expected to be closed in the period. */
export function dealingFigures({ id, type, companyId, dateFrom, dateTo }: Scope): RawBuilder<unknown> {
  const scope =
    type === "company"
      ? sql`e.company_id = ${id}`
      : sql`e.contact_id = ${id} and e.company_id is not distinct from ${companyId}::bigint`;
  const seen =
    type === "company" ? sql`(t.contact_id = ${id} or t.company_id = ${id})` : sql`t.contact_id = ${id}`;
  return sql`
    (select min(t.date) from tasks t where ${seen} and not t.closed) as "nextTaskDate",
    ${opportunityFiguresOf(scope, { dateFrom, dateTo })} as opportunities`;
}
