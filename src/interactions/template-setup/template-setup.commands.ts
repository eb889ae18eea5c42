import { sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { Conflict, type FieldError, Invalid } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { lookUpCodes, refuseUnknownReferences } from "#setup/index.ts";
import type { TemplateSetup, TemplateSetupChanges } from "./template-setup.contract.ts";
import { eventsOfTemplate, getTemplateSetup } from "./template-setup.queries.ts";
import { columnOf, logsDocuments, type TemplateEvent, templateEvents } from "./template-setup.rules.ts";

/**
 * Chooses templates of events.
 *
 * @throws Invalid `not_found` or `template_has_languages` at the event; Stale `stale_version`
 */
export function changeTemplateSetup(
  ctx: Context,
  input: TemplateSetupChanges,
  ifMatch: number | null,
): Promise<TemplateSetup> {
  return inTransaction(ctx, async (tx) => {
    await sql`select from interaction_template_setup for update`.execute(tx.db);
    const before = await getTemplateSetup(tx.db);
    expectVersion(before, ifMatch);
    const changed = templateEvents.filter(
      (event) => input[event] !== undefined && input[event] !== before[event],
    );
    if (changed.length === 0) return before;

    const chosen = changed.flatMap((event) => input[event] ?? []);
    const { interaction_templates: templates } = await lookUpCodes(tx.db, { interaction_templates: chosen });
    refuseUnknownReferences(changed.filter((event) => input[event] && !templates.has(input[event])));
    await refuseLanguages(tx.db, changed, input);
    await sql`
      update interaction_template_setup set ${sql.join(
        changed.map(
          (event) => sql`${sql.ref(columnOf(event))} = ${templates.get(input[event] ?? "")?.id ?? null}`,
        ),
      )}, version = version + 1, last_modified_at = now()`.execute(tx.db);
    const after = await getTemplateSetup(tx.db);
    await recordChange(tx, {
      action: "templateSetup.changed",
      resource: "interaction-template-setup",
      key: "interaction-template-setup",
      changes: differences(before, after, ["version", "lastModifiedAt"]),
    });
    return after;
  });
}

/** V3: documents are logged with templates that have no texts in languages. */
async function refuseLanguages(
  db: Db,
  changed: readonly TemplateEvent[],
  input: TemplateSetupChanges,
): Promise<void> {
  const codes = changed.filter(logsDocuments).flatMap((event) => input[event] ?? []);
  if (codes.length === 0) return;
  const { rows } = await sql<{ code: string; language: string | null }>`
    select distinct on (t.code) t.code, l.code as language
      from interaction_template_languages tl join interaction_templates t on t.id = tl.template_id
      left join languages l on l.id = tl.language_id
     where t.code = any(${codes}::text[]) order by t.code, l.code nulls last`.execute(db);
  const languageOf = new Map(rows.map(({ code, language }) => [code, language]));
  const errors = changed.filter(logsDocuments).flatMap((event): FieldError[] => {
    const code = input[event];
    if (!code || !languageOf.has(code)) return [];
    const values = { interactionTemplateCode: code, languageCode: languageOf.get(code) ?? null };
    return [{ path: event, code: "template_has_languages", values }];
  });
  const [first] = errors;
  if (first) throw new Invalid(first.code, first.values, errors);
}

/**
 * V4: a template that documents are logged with gets no texts in languages.
 *
 * @throws Conflict `template_in_use`
 */
export async function refuseLanguageOfUsed(
  db: Db,
  { id, code }: { readonly id: number; readonly code: string },
): Promise<void> {
  const events = await eventsOfTemplate(db, id);
  if (events.some(logsDocuments)) {
    throw new Conflict("template_in_use", { code, usedBy: ["interaction-template-setup"] });
  }
}
