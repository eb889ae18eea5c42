import type { Context } from "#app/database.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { NotFound } from "#platform/errors.ts";
import { actionWithDefault } from "./attachments/wizard-action.rules.ts";
import { refuseContentOfUsed } from "./template-setup/template-setup.commands.ts";
import { languageOf, lockTemplate, touchTemplate } from "./templates.commands.ts";
import type { InteractionTemplate } from "./templates.contract.ts";
import { getTemplate } from "./templates.queries.ts";

type LockedTemplate = Awaited<ReturnType<typeof lockTemplate>>;

interface Row {
  readonly id: number;
  readonly language_id: number | null;
  readonly attachment_no: number | null;
}

/**
 * Changes the row of a language. Another `languageCode` takes the template's default language along if it was this one
 * (section 8.1); a row that becomes that of the default language brings its content with it.
 *
 * @throws NotFound; Conflict `duplicate` when there is a row of that language, `template_in_use`
 */
export function changeTemplateLanguage(
  ctx: Context,
  code: string,
  languageCode: string | null,
  change: {
    readonly languageCode?: string | null | undefined;
    readonly description?: string | null | undefined;
  },
): Promise<InteractionTemplate> {
  return inTransaction(ctx, async (tx) => {
    const template = await lockTemplate(tx, code);
    const row = await getRow(tx, template, languageCode);
    if (change.description !== undefined) await describe(tx, row, change.description);
    if (change.languageCode !== undefined) await giveLanguage(tx, template, row, change.languageCode);
    await touchTemplate(tx, template, {
      ...(change.languageCode !== undefined && { languageCode: [languageCode, change.languageCode] }),
      ...(change.description !== undefined && { description: change.description }),
    });
    return getTemplate(tx, code);
  });
}

async function getRow(
  tx: TransactionContext,
  template: LockedTemplate,
  languageCode: string | null,
): Promise<Row> {
  const languageId = await languageOf(tx, languageCode, "languageCode");
  const row = await tx.db
    .selectFrom("interaction_template_languages")
    .select(["id", "language_id", "attachment_no"])
    .where("template_id", "=", template.id)
    .where("language_id", languageId === null ? "is" : "=", languageId)
    .executeTakeFirst();
  if (!row) throw new NotFound("not_found", {}, [{ path: "languageCode", code: "not_found" }]);
  return row;
}

async function describe(tx: TransactionContext, { id }: Row, description: string | null): Promise<void> {
  await tx.db
    .updateTable("interaction_template_languages")
    .set({ description })
    .where("id", "=", id)
    .execute();
}

async function giveLanguage(
  tx: TransactionContext,
  template: LockedTemplate,
  row: Row,
  languageCode: string | null,
): Promise<void> {
  const languageId = await languageOf(tx, languageCode, "languageCode");
  if (languageId === row.language_id) return;
  const becomesDefault = languageId === template.default_language_id;
  await refuseContentOfUsed(tx.db, template, {
    row: false,
    file: becomesDefault && row.attachment_no !== null,
  });
  await refusingDuplicates(
    { constraint: "interaction_template_languages_key", key: languageCode ?? "-", path: "languageCode" },
    () =>
      tx.db
        .updateTable("interaction_template_languages")
        .set({ language_id: languageId })
        .where("id", "=", row.id)
        .execute(),
  );
  const wasDefault = row.language_id === template.default_language_id;
  if (!wasDefault && !becomesDefault) return;
  await tx.db
    .updateTable("interaction_templates")
    .set(
      wasDefault
        ? { default_language_id: languageId }
        : { wizard_action: actionWithDefault(template.wizard_action, { emailLayoutName: null }) },
    )
    .where("id", "=", template.id)
    .execute();
}
