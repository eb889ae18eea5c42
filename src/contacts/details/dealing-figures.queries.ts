import { type RawBuilder, sql } from "kysely";

/** Figures of a contact about its tasks and opportunities (contacts §1.1, computed). */
export interface DealingFigures {
  /** The earliest open task that it sees: a company its people's too (campaigns T-1). */
  readonly nextTaskDate: string | null;
  readonly noOfOpportunities: number;
}

interface Scope {
  readonly id: number;
  readonly type: "company" | "person";
  readonly companyId: number | null;
  readonly dateFrom?: string | undefined;
  readonly dateTo?: string | undefined;
}

/** Columns with the figures. Opportunities, open or closed, are counted by the day they were created on. */
export function dealingFigures({ id, type, companyId, dateFrom, dateTo }: Scope): RawBuilder<unknown> {
  const own = sql`o.contact_id = ${id}`;
  const scope =
    type === "company"
      ? sql`o.company_id = ${id}`
      : sql`${own} and o.company_id is not distinct from ${companyId}::bigint`;
  const seen =
    type === "company" ? sql`(t.contact_id = ${id} or t.company_id = ${id})` : sql`t.contact_id = ${id}`;
  return sql`
    (select min(t.date) from tasks t where ${seen} and not t.closed) as "nextTaskDate",
    (select count(*) from opportunities o
      where ${scope} and (${dateFrom ?? null}::date is null or o.creation_date >= ${dateFrom ?? null}::date)
        and (${dateTo ?? null}::date is null or o.creation_date <= ${dateTo ?? null}::date)) as "noOfOpportunities"`;
}
