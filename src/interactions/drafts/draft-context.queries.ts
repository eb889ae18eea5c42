import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { Invalid, invalidField } from "#platform/errors.ts";
import type { DraftContext, DraftField, DraftValues } from "./draft.rules.ts";
import type { NewDraft } from "./drafts.contract.ts";

type Given = Omit<NewDraft, "kind" | "onPhone" | "postponedEntryNo">;
type Source = Pick<DraftValues, "contactNo" | "salespersonCode" | "campaignNo" | "opportunityNo">;

/**
 * What the place a flow is started from fills in, and what of it is fixed (interactions §6): a task fills in what it
 * knows and fixes itself alone; an opportunity and everything else fix all they give.
 *
 * @throws Invalid `not_found` at `taskNo`, `opportunityNo` or `account.no`, `no_contact_for_account`
 */
export async function contextOf(ctx: Context, given: Given): Promise<Pick<DraftContext, "values" | "fixed">> {
  const { taskNo, opportunityNo, account, ...named } = given;
  if (account) {
    const contactNo = await findContactOfAccount(ctx, account);
    return { values: { ...filled(named), contactNo }, fixed: ["contactNo", ...fieldsOf(filled(named))] };
  }
  if (taskNo) {
    const task = await findSource(ctx, "tasks", taskNo);
    return { values: { ...filled(task), taskNo }, fixed: ["taskNo"] };
  }
  const opportunity = opportunityNo ? await findSource(ctx, "opportunities", opportunityNo) : {};
  const values = { ...filled(opportunity), ...filled({ ...named, opportunityNo }) };
  return { values, fixed: fieldsOf(values) };
}

function fieldsOf(values: Partial<DraftValues>): DraftField[] {
  return Object.keys(values) as DraftField[];
}

/** The contact that an account is linked to (interactions §7). */
async function findContactOfAccount(
  ctx: Context,
  { kind, no }: NonNullable<Given["account"]>,
): Promise<string> {
  const { rows } = await sql<{ contactNo: string | null }>`
    select c.no as "contactNo" from parties p left join contact_business_relations r on r.party_id = p.id
      left join contacts c on c.id = r.contact_id where p.kind = ${kind} and p.no = ${no}`.execute(ctx.db);
  if (!rows[0]) throw invalidField("account.no", "not_found");
  const { contactNo } = rows[0];
  if (contactNo === null)
    throw new Invalid("no_contact_for_account", { no }, [
      { path: "account.no", code: "no_contact_for_account", values: { no } },
    ]);
  return contactNo;
}

function filled(values: Partial<Source> | Given): Partial<DraftValues> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** A task or an opportunity: its contact, else its company, and a salesperson who may still be chosen. */
async function findSource(ctx: Context, table: "tasks" | "opportunities", no: string): Promise<Source> {
  const opportunityNo =
    table === "tasks" ? sql`(select no from opportunities where id = r.opportunity_id)` : sql`r.no`;
  const { rows } = await sql<Source>`
    select coalesce((select no from contacts where id = r.contact_id), (select no from contacts where id = r.company_id))
             as "contactNo",
           (select code from salespeople where id = r.salesperson_id and not blocked) as "salespersonCode",
           (select no from campaigns where id = r.campaign_id) as "campaignNo", ${opportunityNo} as "opportunityNo"
      from ${sql.table(table)} r where r.no = ${no}`.execute(ctx.db);
  if (!rows[0]) throw invalidField(table === "tasks" ? "taskNo" : "opportunityNo", "not_found");
  return rows[0];
}
