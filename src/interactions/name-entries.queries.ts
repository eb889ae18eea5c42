import { type Selectable, sql } from "kysely";
import type { Context } from "#app/database.ts";
import { prepared } from "#platform/db/prepared.ts";
import type { InteractionsTables } from "./interactions.tables.ts";
import type { LogEntry } from "./log-entry.contract.ts";
import { type NamedEntry, presentLogEntry } from "./log-entry.presenter.ts";

/** A row of the log as it is. */
export type EntryRow = Selectable<InteractionsTables["interaction_log_entries"]>;

interface Template {
  readonly code: string;
  readonly description: string | null;
  readonly information_flow: NamedEntry["template_flow"];
}

/** By id, users by the name that entries hold; `null` where none was found. */
interface Names {
  readonly contacts: Readonly<Record<string, { readonly no: string; readonly name: string | null }>> | null;
  readonly templates: Readonly<Record<string, Template>> | null;
  readonly groups: Readonly<Record<string, string>> | null;
  readonly languages: Readonly<Record<string, string>> | null;
  readonly salespeople: Readonly<
    Record<string, { readonly code: string; readonly name: string | null }>
  > | null;
  readonly users: Readonly<Record<string, string>> | null;
  readonly campaigns: Readonly<Record<string, string>> | null;
  readonly opportunities: Readonly<Record<string, string>> | null;
  readonly tasks: Readonly<Record<string, string>> | null;
}

/**
 * Presents a page of the log. Page first, names second (SCALE, rule 9): one statement names whatever its entries refer
 * to, and as it is always the same one, it need not be planned each time.
 */
export async function presentPage(ctx: Context, rows: readonly EntryRow[]): Promise<LogEntry[]> {
  if (rows.length === 0) return [];
  const names = await loadNames(ctx, rows);
  return rows.map((row) => presentLogEntry(named(row, names), ctx.language));
}

async function loadNames(ctx: Context, rows: readonly EntryRow[]): Promise<Names> {
  const contacts = different(rows.flatMap((row) => [row.contact_id, row.company_id, row.former_contact_id]));
  const found = await sql<Names>`${prepared}
    select
      (select json_object_agg(id, json_build_object('no', no, 'name', name)) from contacts
        where id = any(${contacts}::bigint[])) as contacts,
      (select json_object_agg(id, json_build_object('code', code, 'description', description,
                                                    'information_flow', information_flow)) from interaction_templates
        where id = any(${different(rows.map((row) => row.template_id))}::int[])) as templates,
      (select json_object_agg(id, code) from interaction_groups
        where id = any(${different(rows.map((row) => row.group_id))}::int[])) as groups,
      (select json_object_agg(id, code) from languages
        where id = any(${different(rows.map((row) => row.language_id))}::int[])) as languages,
      (select json_object_agg(id, json_build_object('code', code, 'name', name)) from salespeople
        where id = any(${different(rows.map((row) => row.salesperson_id))}::int[])) as salespeople,
      (select json_object_agg(asked.name, u.full_name)
         from unnest(${different(rows.map((row) => row.user_id))}::text[]) as asked(name)
         join users u on lower(u.user_name) = lower(asked.name)) as users,
      (select json_object_agg(id, no) from campaigns
        where id = any(${different(rows.map((row) => row.campaign_id))}::int[])) as campaigns,
      (select json_object_agg(id, no) from opportunities
        where id = any(${different(rows.map((row) => row.opportunity_id))}::int[])) as opportunities,
      (select json_object_agg(id, no) from tasks
        where id = any(${different(rows.map((row) => row.task_id))}::int[])) as tasks`.execute(ctx.db);
  return found.rows[0]!;
}

function different<T>(values: readonly (T | null)[]): T[] {
  return [...new Set(values.filter((value) => value !== null))];
}

function named(row: EntryRow, names: Names): NamedEntry {
  const contact = of(names.contacts, row.contact_id);
  const company = of(names.contacts, row.company_id);
  const template = of(names.templates, row.template_id);
  const salesperson = of(names.salespeople, row.salesperson_id);
  return {
    ...row,
    contact_no: contact?.no ?? null,
    contact_name: contact?.name ?? row.kept_contact_name,
    company_no: company?.no ?? null,
    company_name: company?.name ?? row.kept_company_name,
    former_contact_no: of(names.contacts, row.former_contact_id)?.no ?? null,
    template_code: template?.code ?? null,
    template_description: template?.description ?? null,
    template_flow: template?.information_flow ?? null,
    group_code: of(names.groups, row.group_id),
    language_code: of(names.languages, row.language_id),
    salesperson_code: salesperson?.code ?? null,
    salesperson_name: salesperson?.name ?? null,
    user_full_name: of(names.users, row.user_id),
    campaign_no: of(names.campaigns, row.campaign_id),
    opportunity_no: of(names.opportunities, row.opportunity_id),
    task_no: of(names.tasks, row.task_id),
  };
}

function of<T>(names: Readonly<Record<string, T>> | null, key: string | number | null): T | null {
  return (key !== null && names?.[key]) || null;
}
