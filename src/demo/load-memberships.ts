import { sql } from "kysely";
import type { TransactionContext } from "#platform/db/transaction.ts";
import type { DemoCompany, DemoContact } from "./demo.types.ts";

/** Where the codes of each list go, and which kind of contact can have them. */
const lists = [
  ["contact_mailing_groups", "mailing_group_id", "mailing_groups", "mailingGroupCodes"],
  ["contact_industry_groups", "industry_group_id", "industry_groups", "industryGroupCodes"],
  ["contact_job_responsibilities", "job_responsibility_id", "job_responsibilities", "jobResponsibilityCodes"],
] as const;

/**
 * What the contacts are members of, each list in one statement.
 *
 * @param numbers of the contacts by key
 */
export async function loadMemberships(
  tx: TransactionContext,
  { contacts }: Pick<DemoCompany, "contacts">,
  numbers: ReadonlyMap<string, string>,
): Promise<void> {
  const noOf = ({ key }: DemoContact) => numbers.get(key)!;
  for (const [table, column, list, field] of lists) {
    const rows = contacts.flatMap((contact) => contact[field].map((code) => ({ no: noOf(contact), code })));
    await sql`
      insert into ${sql.table(table)} (contact_id, ${sql.ref(column)})
      select n.contact_id, l.id
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(no text, code text)
        join contact_numbers n on n.no = r.no join ${sql.table(list)} l on l.code = r.code`.execute(tx.db);
  }
  const sources = contacts.flatMap((contact) =>
    contact.webSources.map((source) => ({ no: noOf(contact), ...source })),
  );
  await sql`
    insert into contact_web_sources (contact_id, web_source_id, search_word)
    select n.contact_id, s.id, r."searchWord"
      from jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) as r(no text, "webSourceCode" text, "searchWord" text)
      join contact_numbers n on n.no = r.no join web_sources s on s.code = r."webSourceCode"`.execute(tx.db);
}
