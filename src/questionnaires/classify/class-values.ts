import { type RawBuilder, sql } from "kysely";
import type { ContactClassField, CustomerClassField, VendorClassField } from "../questionnaire.rules.ts";
import { type Audience, holdsRelation, isAsked } from "./asked-contacts.ts";

/** Both days are in. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const daysPerYear = 365;

/** Days of the period as years. */
function yearsOf({ from, to }: Period): RawBuilder<string> {
  return sql<string>`((${to}::date - ${from}::date + 1)::numeric / ${sql.lit(daysPerYear)})`;
}

/** `a / b`; 0 where b is. */
function ratio(a: RawBuilder<unknown>, b: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce(${a}::numeric / nullif(${b}, 0), 0)`;
}

/**
 * The value of a class field for everybody who is weighed (contacts §8, "Class fields" and "Population"): rows of
 * `contact_id`, `no` and `value`, in one statement.
 */
export function partyValues(
  kind: "customer" | "vendor",
  field: CustomerClassField | VendorClassField,
  audience: Audience,
  period: Period,
): RawBuilder<unknown> {
  const onlyCompanies = audience.contact_type === "companies" ? sql`and c.type = 'company'` : sql``;
  return sql`
    select c.id as contact_id, c.no, ${partyValue(field, period)} as value
      from contact_business_relations link
      join contacts c on c.id = link.contact_id
      left join (
        select party_id, sum(amount) as amount, sum(profit) as profit, sum(discount) as discount,
               count(*) filter (where document_type = 'invoice') as invoices,
               sum(amount) filter (where document_type = 'invoice') as invoiced,
               count(*) filter (where document_type = 'invoice' and closed_date is not null) as closed,
               sum(greatest(0, closed_date - due_date)) filter (where document_type = 'invoice') as days_late
          from party_entries where posting_date between ${period.from}::date and ${period.to}::date
         group by party_id) e on e.party_id = link.party_id
     where link.link_to = ${kind} and link.party_id is not null and not c.minor ${onlyCompanies}
       and ${holdsRelation(audience)}`;
}

function partyValue(field: CustomerClassField | VendorClassField, period: Period): RawBuilder<unknown> {
  switch (field) {
    case "sales":
    case "purchase":
      return sql`coalesce(e.amount, 0)`;
    case "profit":
      return sql`coalesce(e.profit, 0)`;
    case "salesFrequency":
    case "purchaseFrequency":
      return ratio(sql`coalesce(e.invoices, 0)`, yearsOf(period));
    case "avgInvoice":
    case "avgTicket":
      return ratio(sql`e.invoiced`, sql`e.invoices`);
    case "discountPercent":
      return ratio(sql`100 * e.discount`, sql`(coalesce(e.invoiced, 0) + e.discount)`);
    case "avgOverdue":
      return ratio(sql`e.days_late`, sql`e.closed`);
  }
}

/** Figures of all contacts, their scope that of contacts §1.1: a company has those of its people too. */
export function contactValues(
  field: Exclude<ContactClassField, "rating">,
  audience: Audience,
  period: Period,
): RawBuilder<unknown> {
  const isOfOpportunities = field === "opportunityWonPercent";
  const counted = isOfOpportunities ? closedOpportunities(period) : interactions(period);
  const columns = (isOfOpportunities ? ["won", "closed"] : ["n", "cost", "minutes"]).map((name) =>
    sql.ref(name),
  );
  return sql`
    select c.id as contact_id, c.no, ${contactValue(field, period)} as value
      from contacts c
      left join (
        with counted as materialized (${counted})
        select company_id as id, null::bigint as company_id,
               ${sql.join(columns.map((column) => sql`sum(${column}) as ${column}`))}
          from counted where company_id is not null group by company_id
        union all
        select contact_id, coalesce(company_id, 0), ${sql.join(columns)} from counted
      ) e on e.id = c.id and e.company_id is not distinct from case c.type when 'person' then coalesce(c.company_id, 0) end
     where ${isAsked(audience)}`;
}

function interactions({ from, to }: Period): RawBuilder<unknown> {
  return sql`
    select contact_id, company_id, count(*) as n, sum(cost) as cost, sum(duration_min) as minutes
      from interaction_log_entries
     where happened_at >= ${from}::date and happened_at < ${to}::date + 1 and not canceled and not postponed
     group by contact_id, company_id`;
}

/** Opportunities that were won or lost in the period. */
function closedOpportunities({ from, to }: Period): RawBuilder<unknown> {
  return sql`
    select contact_id, company_id, count(*) filter (where status = 'won') as won, count(*) as closed
      from opportunities
     where closed and contact_id is not null and date_closed between ${from}::date and ${to}::date
     group by contact_id, company_id`;
}

function contactValue(field: Exclude<ContactClassField, "rating">, period: Period): RawBuilder<unknown> {
  switch (field) {
    case "interactionQuantity":
      return sql`coalesce(e.n, 0)`;
    case "interactionFrequency":
      return ratio(sql`coalesce(e.n, 0)`, yearsOf(period));
    case "avgCost":
      return ratio(sql`e.cost`, sql`e.n`);
    case "avgDuration":
      return ratio(sql`e.minutes`, sql`e.n`);
    case "opportunityWonPercent":
      return ratio(sql`100 * e.won`, sql`e.closed`);
  }
}
