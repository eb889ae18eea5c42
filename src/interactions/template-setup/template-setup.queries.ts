import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { TemplateSetup } from "./template-setup.contract.ts";
import { columnOf, type TemplateEvent, templateEvents } from "./template-setup.rules.ts";

/** Code of the template by event. */
const codes = sql<Record<TemplateEvent, string | null>>`jsonb_build_object(${sql.join(
  templateEvents.map(
    (event) =>
      sql`${sql.lit(event)}, (select code from interaction_templates where id = s.${sql.ref(columnOf(event))})`,
  ),
)})`;

/** The whole set-up. */
export async function getTemplateSetup(db: Db): Promise<TemplateSetup> {
  const { rows } = await sql<{
    codes: Record<TemplateEvent, string | null>;
    version: number;
    last_modified_at: string;
  }>`select ${codes} as codes, version, last_modified_at from interaction_template_setup s`.execute(db);
  const { codes: byEvent, version, last_modified_at } = rows[0]!;
  return { ...byEvent, version, lastModifiedAt: last_modified_at };
}

/** Code of the template of an event; `null` where none is chosen. */
export async function templateOfEvent(db: Db, event: TemplateEvent): Promise<string | null> {
  const { rows } = await sql<{ code: string }>`
    select t.code from interaction_template_setup s join interaction_templates t on t.id = s.${sql.ref(columnOf(event))}
  `.execute(db);
  return rows[0]?.code ?? null;
}

/** The events that use a template. */
export async function eventsOfTemplate(db: Db, templateId: number): Promise<TemplateEvent[]> {
  const { rows } = await sql<{ event: TemplateEvent }>`
    select event from interaction_template_setup s cross join lateral (values ${sql.join(
      templateEvents.map((event) => sql`(${sql.lit(event)}, s.${sql.ref(columnOf(event))})`),
    )}) as e(event, template_id)
     where e.template_id = ${templateId}`.execute(db);
  return rows.map(({ event }) => event);
}
