import { sql } from "kysely";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { lineStep } from "#segments/segments.rules.ts";
import type { DemoCompany } from "./demo.types.ts";
import { draw } from "./draw-numbers.ts";

/**
 * Open segments with their lines, in one statement; campaigns are there already.
 *
 * @param numbers of the contacts by key
 * @param campaignNos in the order of the campaigns
 */
export async function loadSegments(
  tx: TransactionContext,
  { segments, marketingSetup }: DemoCompany,
  numbers: ReadonlyMap<string, string>,
  campaignNos: readonly string[],
): Promise<void> {
  const nos = await draw(tx, marketingSetup.segmentNos, segments.length);
  const rows = segments.map(({ lines, campaignIndex, ...segment }, index) => ({
    ...segment,
    no: nos[index]!,
    campaignNo: campaignIndex === null ? null : campaignNos[campaignIndex]!,
  }));
  const lines = segments.flatMap((segment, index) =>
    segment.lines.map(({ contactKey, salespersonCode }, place) => ({
      no: nos[index]!,
      lineNo: (place + 1) * lineStep,
      contactNo: numbers.get(contactKey)!,
      salespersonCode,
    })),
  );
  await sql`
    with added as (
      insert into segments (no, description, campaign_id, salesperson_id, date, no_series_id)
      select r.no, r.description, k.id, s.id, r.date,
             (select id from number_series where code = ${marketingSetup.segmentNos})
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(no text, description text, "campaignNo" text,
               "salespersonCode" text, date date)
        left join campaigns k on k.no = r."campaignNo" left join salespeople s on s.code = r."salespersonCode"
      returning id, no, description, campaign_id, date)
    insert into segment_lines (contact_id, segment_id, line_no, company_id, campaign_id, salesperson_id, description, date)
    select c.id, g.id, l."lineNo", c.company_id, g.campaign_id, s.id, g.description, g.date
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l(no text, "lineNo" bigint, "contactNo" text,
             "salespersonCode" text)
      join added g on g.no = l.no join contacts c on c.no = l."contactNo"
      left join salespeople s on s.code = l."salespersonCode"`.execute(tx.db);
}
