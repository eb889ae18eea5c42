import { accessSync, constants, existsSync, statfsSync } from "node:fs";
import pg from "pg";
import { runtimeRole } from "#platform/db/roles.ts";
import { migrations } from "../migrations.ts";
import { attachmentChecks } from "./attachment-checks.ts";
import { blocks, type Check, type Finding, fine, orphans, type Patient, wrong } from "./findings.ts";
import { statisticsChecks } from "./statistics-checks.ts";

export type { Check, Finding, Patient } from "./findings.ts";

const LITTLE_SPACE_BYTES = 500 * 1024 * 1024;
const INSUFFICIENT_PRIVILEGE = "42501";

export const checks: readonly Check[] = [
  { name: "data folder", run: dataFolder },
  { name: "database version", run: databaseVersion },
  { name: "schema", run: schema },
  { name: "extensions", run: extensions },
  { name: "job queue", run: jobQueue },
  { name: "logged facts are protected", run: loggedFacts },
  orphans(
    "log entries have their contact",
    "interaction_log_entries e where e.contact_id <> 0 and not exists (select from contacts c where c.id = e.contact_id)",
  ),
  orphans(
    "log entries have their company",
    "interaction_log_entries e where e.company_id is not null and not exists (select from contacts c where c.id = e.company_id)",
  ),
  orphans(
    "log entries have their template",
    "interaction_log_entries e where e.template_id is not null and not exists (select from interaction_templates t where t.id = e.template_id)",
  ),
  ...(["campaign", "opportunity", "task"] as const).map((record) => {
    const table = record === "opportunity" ? "opportunities" : `${record}s`;
    return orphans(
      `log entries have their ${record}`,
      `interaction_log_entries e where e.${record}_id is not null and not exists (select from ${table} r where r.id = e.${record}_id)`,
    );
  }),
  orphans(
    "log entries have their campaign entry",
    "interaction_log_entries e where e.campaign_entry_no is not null and not exists (select from campaign_entries k where k.entry_no = e.campaign_entry_no)",
  ),
  ...["tasks", "opportunities", "opportunity_entries"].map((table) =>
    orphans(
      `${table} have their contact`,
      `${table} r where exists (select from unnest(array[r.contact_id, r.company_id, r.former_contact_id]) as named(id)
         where named.id is not null and not exists (select from contacts c where c.id = named.id))`,
    ),
  ),
  orphans(
    "started opportunities have their active entry",
    `opportunities o where o.status <> 'notStarted'
       and not exists (select from opportunity_entries e where e.opportunity_id = o.id and e.active)`,
  ),
  orphans(
    "corrected log entries are canceled",
    "interaction_log_entries e where e.corrected_by_entry_no is not null and not e.canceled",
  ),
  orphans(
    "comments have their log entry",
    "interaction_comments c where not exists (select from interaction_log_entries e where e.contact_id = c.contact_id and e.entry_no = c.entry_no)",
  ),
  orphans(
    "profile answers have their contact",
    "contact_profile_answers a where not exists (select from contacts c where c.id = a.contact_id)",
  ),
  orphans(
    "profile answers have their line",
    "contact_profile_answers a where not exists (select from questionnaire_lines l where l.questionnaire_id = a.questionnaire_id and l.line_no = a.line_no)",
  ),
  orphans(
    "the history of profile answers has its contact",
    "contact_profile_changes h where not exists (select from contacts c where c.id = h.contact_id)",
  ),
  orphans(
    "persons have their company",
    "contacts p where p.company_id is not null and not exists (select from contacts c where c.id = p.company_id)",
  ),
  orphans(
    "contacts have claimed their number",
    "contacts c where not exists (select from contact_numbers n where n.no = c.no and n.contact_id = c.id)",
  ),
  orphans(
    "claimed numbers have their contact",
    "contact_numbers n where not exists (select from contacts c where c.id = n.contact_id and (c.no = n.no or n.is_former))",
  ),
  orphans(
    "linked relations have their party",
    "contact_business_relations r where r.party_id is not null and not exists (select from parties p where p.id = r.party_id and p.kind = r.link_to)",
  ),
  orphans(
    "parties are linked to one contact",
    "(select party_id from contact_business_relations where party_id is not null group by party_id having count(*) > 1) twice",
  ),
  orphans(
    "segment lines have their segment",
    "segment_lines l where not exists (select from segments g where g.id = l.segment_id)",
  ),
  orphans(
    "segment lines have their contact, and its company",
    "segment_lines l where l.contact_id <> 0 and not exists (select from contacts c where c.id = l.contact_id and c.company_id is not distinct from l.company_id)",
  ),
  orphans(
    "parties have their primary contact",
    "parties p where p.primary_contact_id is not null and not exists (select from contacts c where c.id = p.primary_contact_id)",
  ),
  blocks(
    "numbers of the log of synchronisation are ahead",
    "syncLog",
    "select max(entry_no) from sync_log_entries",
  ),
  blocks(
    "numbers of changed profile answers are ahead",
    "profileChange",
    "select max(change_no) from contact_profile_changes",
  ),
  blocks("party keys are ahead", "party", "select max(id) from parties"),
  orphans(
    "search strings have their company",
    "contact_search_strings s where not exists (select from contacts c where c.id = s.contact_id and c.type = 'company')",
  ),
  orphans(
    "pairs of possible duplicates have both companies",
    "contact_duplicates d where 2 <> (select count(*) from contacts c where c.id in (d.contact_id, d.duplicate_id) and c.type = 'company')",
  ),
  blocks("contact keys are ahead", "contact", "select max(id) from contacts"),
  blocks("entry numbers are ahead", "entry", "select max(entry_no) from interaction_log_entries"),
  ...statisticsChecks,
  ...attachmentChecks,
];

async function dataFolder({ dataFolder, isEmbedded }: Patient): Promise<Finding> {
  if (!existsSync(dataFolder)) {
    return isEmbedded
      ? wrong(`${dataFolder} does not exist`)
      : fine(`${dataFolder} is not there yet and not needed`);
  }
  try {
    accessSync(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    return wrong(`${dataFolder} cannot be written`);
  }
  const { bavail, bsize } = statfsSync(dataFolder);
  const free = bavail * bsize;
  const says = `${dataFolder}, ${(free / 1024 ** 3).toFixed(1)} GB free`;
  return free < LITTLE_SPACE_BYTES ? wrong(says) : fine(says);
}

async function databaseVersion({ owner }: Patient): Promise<Finding> {
  const { rows } = await owner.query<{ number: number; name: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
  );
  const { number, name } = rows[0]!;
  return number < 150_000 ? wrong(`PostgreSQL ${name}; 15 or newer is needed`) : fine(`PostgreSQL ${name}`);
}

async function schema({ owner }: Patient): Promise<Finding> {
  const { rows } = await owner.query<{ name: string }>("select name from kysely_migration order by name");
  const applied = new Set(rows.map((row) => row.name));
  const missing = Object.keys(migrations).filter((name) => !applied.has(name));
  const unknown = [...applied].filter((name) => !(name in migrations));
  if (unknown.length > 0) return wrong(`written by a newer Rapport: ${unknown.join(", ")}`);
  if (missing.length > 0) return wrong(`not up to date (run migrate): ${missing.join(", ")}`);
  return fine(`up to date at ${[...applied].at(-1)}`);
}

async function extensions({ owner }: Patient): Promise<Finding> {
  const needed = ["pg_trgm", "unaccent"];
  const { rows } = await owner.query<{ name: string }>(
    "select extname as name from pg_extension where extname = any($1)",
    [needed],
  );
  const missing = needed.filter((name) => !rows.some((row) => row.name === name));
  return missing.length > 0 ? wrong(`missing: ${missing.join(", ")}`) : fine(needed.join(", "));
}

async function jobQueue({ owner }: Patient): Promise<Finding> {
  const { rows } = await owner.query<{ waiting: number; may_add: boolean }>(
    `select (select count(*)::int from graphile_worker.jobs) as waiting,
            has_function_privilege($1, 'queue_job(uuid)', 'execute') as may_add`,
    [runtimeRole],
  );
  const { waiting, may_add } = rows[0]!;
  return may_add ? fine(`${waiting} jobs waiting or running`) : wrong(`${runtimeRole} may not add jobs`);
}

/** Tries, as the program's role, what it must not be able to do. */
async function loggedFacts({ owner }: Patient): Promise<Finding> {
  const forbidden = [
    "update interaction_log_entries set contact_id = contact_id where false",
    "update interaction_log_entries set happened_at = happened_at where false",
    "update audit_entries set action = action where false",
    "delete from audit_entries where false",
  ];
  for (const statement of forbidden) {
    if (!(await isRefused(owner, statement))) return wrong(`not refused to ${runtimeRole}: ${statement}`);
  }
  const { rows } = await owner.query<{ secured: boolean; bypasses: boolean }>(
    `select (select relrowsecurity from pg_class where oid = 'interaction_log_entries'::regclass) as secured,
            (select rolsuper or rolbypassrls from pg_roles where rolname = $1) as bypasses`,
    [runtimeRole],
  );
  const { secured, bypasses } = rows[0]!;
  if (!secured || bypasses) return wrong("the row policies of the log are switched off");
  return fine(`${runtimeRole} may change no logged fact`);
}

async function isRefused(owner: pg.Client, statement: string): Promise<boolean> {
  await owner.query("begin");
  try {
    await owner.query(`set local role ${runtimeRole}`);
    await owner.query(statement);
    return false;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === INSUFFICIENT_PRIVILEGE) return true;
    throw error;
  } finally {
    await owner.query("rollback");
  }
}
