import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { type DealingFigures, type DetailFigures, dealingFigures, detailFigures } from "#contacts/index.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { evaluations } from "./lifecycle.rules.ts";
import { conditions } from "./log-entries.queries.ts";
import type { ContactStatistics } from "./timeline.contract.ts";
import { getTimelineContact } from "./timeline-contact.queries.ts";

interface Sums extends DetailFigures, DealingFigures {
  count: number;
  cost: string;
  duration_min: number;
  last_interaction: string | null;
  last_attempt: string | null;
  evaluations: Record<string, number>;
  months: Record<string, number>;
}

/** Sums, last dates, evaluations and months of a contact in one pass over its entries (section 13). */
export async function getContactStatistics(
  ctx: Context,
  no: string | null,
  { dateFrom, dateTo }: { dateFrom?: string | undefined; dateTo?: string | undefined },
): Promise<ContactStatistics> {
  const contact = await getTimelineContact(ctx, no);
  const months = lastMonths(localMoment(ctx.now, ctx.timeZone).date, 12);
  const scope =
    contact.type === "company"
      ? sql`e.company_id = ${contact.id}`
      : sql`e.contact_id = ${contact.id} and e.company_id is not distinct from ${contact.company_id}::bigint`;
  const period = sql.join([sql`true`, ...conditions({ dateFrom, dateTo })], sql` and `);
  const { rows } = await sql<Sums>`
    with counted as (
      select e.cost, e.duration_min, e.happened_at, e.evaluation, e.attempt_failed, e.initiated_by
        from interaction_log_entries e
       where ${scope} and not e.canceled and not e.postponed and ${period}
    )
    select count(*) as count, coalesce(sum(cost), 0) as cost, coalesce(sum(duration_min), 0) as duration_min,
           max(happened_at) filter (where not attempt_failed)::date as last_interaction,
           max(happened_at) filter (where initiated_by = 'us')::date as last_attempt,
           (select coalesce(json_object_agg(evaluation, n), '{}') from
             (select evaluation, count(*) as n from counted where evaluation is not null group by evaluation) v) as evaluations,
           (select coalesce(json_object_agg(month, n), '{}') from
             (select to_char(happened_at, 'YYYY-MM') as month, count(*) as n from counted
               where happened_at >= ${`${months[0]}-01`}::date group by 1) m) as months,
           ${detailFigures({ id: contact.id, companyId: contact.company_id })},
           ${dealingFigures({ ...contact, companyId: contact.company_id, dateFrom, dateTo })}
      from counted`.execute(ctx.db);
  const sums = rows[0]!;
  return {
    noOfInteractions: sums.count,
    cost: Number(sums.cost),
    durationMin: sums.duration_min,
    dateOfLastInteraction: sums.last_interaction,
    lastDateAttempted: sums.last_attempt,
    evaluations: Object.fromEntries(
      evaluations.map((value) => [value, sums.evaluations[value] ?? 0]),
    ) as ContactStatistics["evaluations"],
    nextTaskDate: sums.nextTaskDate,
    ...sums.opportunities,
    noOfMailingGroups: sums.noOfMailingGroups,
    noOfIndustryGroups: sums.noOfIndustryGroups,
    noOfJobResponsibilities: sums.noOfJobResponsibilities,
    noOfBusinessRelations: sums.noOfBusinessRelations,
    noOfDuplicates: sums.noOfDuplicates,
    hasComment: sums.hasComment,
    months: months.map((month) => ({ month, noOfInteractions: sums.months[month] ?? 0 })),
  };
}

/** `2025-12` … `2026-11`: the month of the day and those before it. */
function lastMonths(day: string, count: number): string[] {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - count + index, 1)).toISOString().slice(0, 7),
  );
}
