import { type RawBuilder, type SqlBool, sql } from "kysely";

/** Ids of the contacts of open opportunities, and of the companies that those are with. */
const withOpen = sql`
  select contact_id from opportunities where not closed and contact_id is not null
  union select company_id from opportunities where not closed and company_id is not null`;

/** Whether contact `c` has an open opportunity, or does not; a company has its people's (contacts §9, cues). */
export function hasOpenOpportunities(wanted: boolean): RawBuilder<SqlBool> {
  return wanted ? sql<SqlBool>`c.id in (${withOpen})` : sql<SqlBool>`not c.id in (${withOpen})`;
}

/** How many contacts have one, for a statement's column. */
export const countWithOpenOpportunities = sql<number>`(select count(*) from (${withOpen}) open_ones)`;
