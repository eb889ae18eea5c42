import { sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { Conflict, type FieldError, Invalid } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { lookUpCodes, refuseUnknownReferences } from "#setup/index.ts";
import type { TemplateSetup, TemplateSetupChanges } from "./template-setup.contract.ts";
import { eventsOfTemplate, getTemplateSetup } from "./template-setup.queries.ts";
import {
  columnOf,
  goesWithoutFile,
  logsDocuments,
  type TemplateEvent,
  templateEvents,
} from "./template-setup.rules.ts";

/**
 * Chooses templates of events.
 *
 * @throws Invalid `not_found`, `template_has_attachment` or `template_has_languages` at the event; Stale `stale_version`
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
    await refuseContent(tx.db, changed, input);
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

/** V2, V3: templates of events have no file in their default language, those of documents no texts in languages. */
async function refuseContent(
  db: Db,
  changed: readonly TemplateEvent[],
  input: TemplateSetupChanges,
): Promise<void> {
  const codes = changed.flatMap((event) => input[event] ?? []);
  if (codes.length === 0) return;
  const { rows } = await sql<{ code: string; language: string | null; hasFile: boolean }>`
    select t.code, min(l.code) as language,
           bool_or(tl.attachment_no is not null and tl.language_id is not distinct from t.default_language_id) as "hasFile"
      from interaction_template_languages tl join interaction_templates t on t.id = tl.template_id
      left join languages l on l.id = tl.language_id
     where t.code = any(${codes}::text[]) group by t.code`.execute(db);
  const contents = new Map(rows.map((row) => [row.code, row]));
  const errors = changed.flatMap((event): FieldError[] => {
    const content = contents.get(input[event] ?? "");
    if (!content) return [];
    const values = { interactionTemplateCode: content.code };
    if (content.hasFile && goesWithoutFile(event))
      return [{ path: event, code: "template_has_attachment", values }];
    return logsDocuments(event)
      ? [
          {
            path: event,
            code: "template_has_languages",
            values: { ...values, languageCode: content.language },
          },
        ]
      : [];
  });
  const [first] = errors;
  if (first) throw new Invalid(first.code, first.values, errors);
}

/** What somebody is about to add to a template. */
interface NewContent {
  readonly row: boolean;
  /** A file in the default language. */
  readonly file: boolean;
}

/**
 * V4: a template that events use gets nothing that its events refuse.
 *
 * @throws Conflict `template_in_use`
 */
export async function refuseContentOfUsed(
  db: Db,
  { id, code }: { readonly id: number; readonly code: string },
  { row, file }: NewContent,
): Promise<void> {
  if (!row && !file) return;
  const events = await eventsOfTemplate(db, id);
  if ((row && events.some(logsDocuments)) || (file && events.some(goesWithoutFile))) {
    throw new Conflict("template_in_use", { code, usedBy: ["interaction-template-setup"] });
  }
}
