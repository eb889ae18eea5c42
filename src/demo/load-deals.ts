import { sql } from "kysely";
import type { TransactionContext } from "#platform/db/transaction.ts";
import type { DemoCompany } from "./demo.types.ts";
import { draw } from "./draw-numbers.ts";

/**
 * Campaigns, opportunities and tasks, each kind in one statement; answers the numbers of the campaigns.
 *
 * @param numbers of the contacts by key
 */
export async function loadDeals(
  tx: TransactionContext,
  { deals, marketingSetup }: DemoCompany,
  numbers: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  await tx.db.insertInto("campaign_statuses").values(deals.campaignStatuses).execute();
  await loadCycles(tx, deals);
  const [usual] = deals.salesCycles;
  await sql`
    update marketing_setup set default_sales_cycle_id = (select id from sales_cycles where code = ${usual!.code})`.execute(
    tx.db,
  );
  const campaignNos = await draw(tx, marketingSetup.campaignNos, deals.campaigns.length);
  const campaigns = deals.campaigns.map((campaign, index) => ({ ...campaign, no: campaignNos[index]! }));
  await sql`
    insert into campaigns (no, description, status_id, starting_date, ending_date, salesperson_id)
    select r.no, r.description, t.id, r."startingDate", r."endingDate", s.id
      from jsonb_to_recordset(${JSON.stringify(campaigns)}::jsonb) as r(no text, description text, "statusCode" text,
             "startingDate" date, "endingDate" date, "salespersonCode" text)
      join campaign_statuses t on t.code = r."statusCode" join salespeople s on s.code = r."salespersonCode"`.execute(
    tx.db,
  );

  const opportunityNos = await draw(tx, marketingSetup.opportunityNos, deals.opportunities.length);
  const opportunities = deals.opportunities.map(({ contactKey, campaignIndex, ...opportunity }, index) => ({
    ...opportunity,
    no: opportunityNos[index]!,
    contactNo: numbers.get(contactKey)!,
    campaignNo: campaignIndex === null ? null : campaignNos[campaignIndex]!,
  }));
  await sql`
    insert into opportunities (no, description, contact_id, company_id, salesperson_id, campaign_id, sales_cycle_id,
      status, creation_date, date_closed)
    select r.no, r.description, c.id, c.company_id, s.id, k.id, y.id, r.status, r."creationDate", r."dateClosed"
      from jsonb_to_recordset(${JSON.stringify(opportunities)}::jsonb) as r(no text, description text, "contactNo" text,
             "salespersonCode" text, "campaignNo" text, "salesCycleCode" text, status text, "creationDate" date,
             "dateClosed" date)
      join contacts c on c.no = r."contactNo" join salespeople s on s.code = r."salespersonCode"
      left join campaigns k on k.no = r."campaignNo" left join sales_cycles y on y.code = r."salesCycleCode"`.execute(
    tx.db,
  );

  const steps = opportunities.flatMap(({ no, entries }) =>
    entries.map((entry, index) => ({
      ...entry,
      no,
      active: index === entries.length - 1,
      nextChange: entries[index + 1]?.dateOfChange ?? null,
    })),
  );
  await sql`
    insert into opportunity_entries (opportunity_id, active, sales_cycle_id, stage, stage_description, previous_stage,
      contact_id, company_id, salesperson_id, campaign_id, date_of_change, date_closed, days_open, action_taken,
      estimated_value, calcd_current_value, completed, chances_of_success, probability, close_opportunity_code_id,
      estimated_close_date)
    select o.id, r.active, o.sales_cycle_id, r.stage, r."stageDescription", r."previousStage", o.contact_id, o.company_id,
           o.salesperson_id, o.campaign_id, r."dateOfChange", r."dateClosed", r."nextChange" - r."dateOfChange",
           r."actionTaken", r."estimatedValue", r."calcdCurrentValue", r.completed, r."chancesOfSuccess", r.probability,
           x.id, r."estimatedCloseDate"
      from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as r(no text, active boolean, stage integer,
             "stageDescription" text, "previousStage" integer, "dateOfChange" date, "dateClosed" date, "nextChange" date,
             "actionTaken" text, "estimatedValue" numeric, "calcdCurrentValue" numeric, completed numeric,
             "chancesOfSuccess" numeric, probability numeric, "closeOpportunityCode" text, "estimatedCloseDate" date)
      join opportunities o on o.no = r.no
      left join close_opportunity_codes x on x.code = r."closeOpportunityCode"
     order by o.id, r."dateOfChange", r.active, r.stage`.execute(tx.db);

  const taskNos = await draw(tx, marketingSetup.taskNos, deals.tasks.length);
  const tasks = deals.tasks.map(({ contactKey, opportunityIndex, ...task }, index) => ({
    ...task,
    no: taskNos[index]!,
    contactNo: numbers.get(contactKey)!,
    opportunityNo: opportunityNos[opportunityIndex]!,
  }));
  await sql`
    insert into tasks (no, description, type, contact_id, company_id, salesperson_id, opportunity_id, date, start_time,
      duration_sec, all_day, location)
    select r.no, r.description, r.type, c.id, c.company_id, s.id, o.id, r.date, r."startTime", r."durationSec",
           r."allDay", r.location
      from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as r(no text, description text, type text, "contactNo" text,
             "salespersonCode" text, "opportunityNo" text, date date, "startTime" time,
             "durationSec" integer, "allDay" boolean, location text)
      join contacts c on c.no = r."contactNo" join salespeople s on s.code = r."salespersonCode"
      join opportunities o on o.no = r."opportunityNo"`.execute(tx.db);
  return campaignNos;
}

/** Sales cycles with their stages, and why opportunities are closed. */
async function loadCycles(tx: TransactionContext, deals: DemoCompany["deals"]): Promise<void> {
  await tx.db
    .insertInto("sales_cycles")
    .values(
      deals.salesCycles.map(({ code, description, probabilityCalculation }) => ({
        code,
        description,
        probability_calculation: probabilityCalculation,
      })),
    )
    .execute();
  await tx.db.insertInto("close_opportunity_codes").values(deals.closeOpportunityCodes).execute();
  await sql`
    insert into sales_cycle_stages (sales_cycle_id, stage, description, completed, chances_of_success, quote_required,
      allow_skip, date_formula)
    select y.id, r.stage, r.description, r.completed, r."chancesOfSuccess", r."quoteRequired", r."allowSkip",
           r."dateFormula"
      from jsonb_to_recordset(${JSON.stringify(deals.salesCycleStages)}::jsonb) as r("salesCycleCode" text,
             stage integer, description text, completed numeric, "chancesOfSuccess" numeric, "quoteRequired" boolean,
             "allowSkip" boolean, "dateFormula" text)
      join sales_cycles y on y.code = r."salesCycleCode"`.execute(tx.db);
}
