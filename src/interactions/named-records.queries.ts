import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import type { RecordingSalesperson } from "./recording-facts.queries.ts";

/** A campaign, opportunity or task that an interaction names. */
export interface NamedRecord {
  readonly id: number;
  readonly no: string;
}

/** An opportunity or task with what an interaction takes from it (interactions R-SALES 1, R-CAMP). */
export interface NamedSource extends NamedRecord {
  readonly campaignNo: string | null;
  /** Of a task. */
  readonly opportunityNo: string | null;
  readonly salesperson: RecordingSalesperson | null;
}

/** By number. */
export interface NamedRecords {
  readonly campaigns: ReadonlyMap<string, NamedRecord>;
  readonly opportunities: ReadonlyMap<string, NamedSource>;
  readonly tasks: ReadonlyMap<string, NamedSource>;
}

export interface NamingInput {
  readonly campaignNo?: string | null | undefined;
  readonly opportunityNo?: string | null | undefined;
  readonly taskNo?: string | null | undefined;
}

const none: NamedRecords = { campaigns: new Map(), opportunities: new Map(), tasks: new Map() };

interface Row {
  readonly campaigns: NamedRecord[] | null;
  readonly opportunities: NamedSource[] | null;
  readonly tasks: NamedSource[] | null;
}

const sourceColumns = (opportunityNo: string) =>
  sql.raw(`json_build_object('id', r.id, 'no', r.no, 'opportunityNo', ${opportunityNo},
    'campaignNo', (select no from named_campaigns where id = r.campaign_id),
    'salesperson', (select json_build_object('id', s.id, 'code', s.code, 'name', s.name, 'blocked', s.blocked)
       from salespeople s where s.id = r.salesperson_id))`);

/**
 * The campaigns, opportunities and tasks that interactions name, and those that the named ones belong to; they are
 * not deleted before the transaction ends. No statement where nothing is named.
 */
export async function loadNamedRecords(ctx: Context, items: readonly NamingInput[]): Promise<NamedRecords> {
  const nos = (field: keyof NamingInput) => [...new Set(items.flatMap((item) => item[field] ?? []))];
  const [campaigns, opportunities, tasks] = [nos("campaignNo"), nos("opportunityNo"), nos("taskNo")];
  if (campaigns.length + opportunities.length + tasks.length === 0) return none;
  const { rows } = await sql<Row>`
    with named_tasks as (
      select id, no, campaign_id, opportunity_id, salesperson_id from tasks
       where no = any(${tasks}::text[]) order by id for key share
    ), named_opportunities as (
      select id, no, campaign_id, salesperson_id from opportunities
       where no = any(${opportunities}::text[]) or id in (select opportunity_id from named_tasks)
       order by id for key share
    ), named_campaigns as (
      select id, no from campaigns
       where no = any(${campaigns}::text[]) or id in (select campaign_id from named_tasks)
          or id in (select campaign_id from named_opportunities)
       order by id for key share
    )
    select (select json_agg(json_build_object('id', id, 'no', no)) from named_campaigns) as campaigns,
           (select json_agg(${sourceColumns("null")}) from named_opportunities r) as opportunities,
           (select json_agg(${sourceColumns("(select no from named_opportunities where id = r.opportunity_id)")})
              from named_tasks r) as tasks`.execute(ctx.db);
  const found = rows[0]!;
  return {
    campaigns: byNo(found.campaigns),
    opportunities: byNo(found.opportunities),
    tasks: byNo(found.tasks),
  };
}

function byNo<Named extends NamedRecord>(records: readonly Named[] | null): ReadonlyMap<string, Named> {
  return new Map((records ?? []).map((record) => [record.no, record]));
}
