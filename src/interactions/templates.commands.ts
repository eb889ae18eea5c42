import type { Selectable, Updateable } from "kysely";
import type { z } from "zod";
import type { Context } from "#app/database.ts";
import { discardAttachments } from "#attachments/index.ts";
import { resolveNumbers } from "#numbering/index.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { Conflict, Invalid, NotFound } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { findUses, refuseUnknownReferences, resolveReferences } from "#setup/index.ts";
import { actionWithDefault, isActionAllowed, type WizardAction } from "./attachments/wizard-action.rules.ts";
import type { InteractionsTables } from "./interactions.tables.ts";
import { refuseContentOfUsed } from "./template-setup/template-setup.commands.ts";
import type {
  changeInteractionTemplate,
  InteractionTemplate,
  NewInteractionTemplate,
} from "./templates.contract.ts";
import { getTemplate } from "./templates.queries.ts";

type TemplateChange = z.output<NonNullable<(typeof changeInteractionTemplate)["body"]>>;
const codeKey = "interaction_templates_code_key";

type TemplateRow = Selectable<InteractionsTables["interaction_templates"]>;

/** Creates a template; e-mail is its correspondence type unless said (section 2.2). */
export function createTemplate(ctx: Context, input: NewInteractionTemplate): Promise<InteractionTemplate> {
  return inTransaction(ctx, async (tx) => {
    const groupId = await groupOf(tx, input.interactionGroupCode);
    const insert = tx.db.insertInto("interaction_templates").values({
      ...columnsOf(input),
      ...(await campaignColumn(tx, input.campaignNo)),
      code: input.code,
      group_id: groupId!,
      wizard_action: input.wizardAction ?? null,
      default_correspondence_type:
        input.defaultCorrespondenceType === undefined ? "email" : input.defaultCorrespondenceType,
    });
    await refusingDuplicates({ constraint: codeKey, key: input.code }, () => insert.execute());
    await recordChange(tx, {
      action: "template.created",
      resource: "interaction-templates",
      key: input.code,
      changes: input,
    });
    return getTemplate(tx, input.code);
  });
}

/** Changes a template; what is logged already keeps its values. */
export function changeTemplate(
  ctx: Context,
  code: string,
  change: TemplateChange,
  seenVersion: number | null,
): Promise<InteractionTemplate> {
  return inTransaction(ctx, async (tx) => {
    const before = await lockTemplate(tx, code);
    expectVersion(before, seenVersion);
    const groupId = change.interactionGroupCode ? await groupOf(tx, change.interactionGroupCode) : undefined;
    const languageId = await defaultLanguage(tx, before, change);
    const wizardAction = await wizardActionOf(tx, before, { languageId, wizardAction: change.wizardAction });
    const after: Updateable<InteractionsTables["interaction_templates"]> = {
      ...columnsOf(change),
      ...(await campaignColumn(tx, change.campaignNo)),
      ...(change.code !== undefined && { code: change.code }),
      ...(groupId !== undefined && { group_id: groupId }),
      ...(languageId !== undefined && { default_language_id: languageId }),
      wizard_action: wizardAction,
    };
    const update = tx.db
      .updateTable("interaction_templates")
      .set({ ...after, version: before.version + 1, last_modified_at: tx.now.toISOString() })
      .where("id", "=", before.id);
    await refusingDuplicates({ constraint: codeKey, key: change.code ?? code }, () => update.execute());
    await recordChange(tx, {
      action: "template.changed",
      resource: "interaction-templates",
      key: code,
      changes: differences(before, after as Partial<TemplateRow>),
    });
    return getTemplate(tx, change.code ?? code);
  });
}

/** Deletes a template that nothing names; its language rows go with it (section 8.1). */
export function deleteTemplate(ctx: Context, code: string): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const template = await lockTemplate(tx, code);
    const usedBy = await findUses(tx.db, "interaction_templates", template.id);
    if (usedBy.length > 0) throw new Conflict("template_in_use", { code, usedBy });
    const languages = await tx.db
      .deleteFrom("interaction_template_languages")
      .where("template_id", "=", template.id)
      .returning("attachment_no")
      .execute();
    await discardAttachments(
      tx,
      languages.map(({ attachment_no }) => attachment_no),
    );
    await tx.db.deleteFrom("interaction_templates").where("id", "=", template.id).execute();
    await recordChange(tx, { action: "template.deleted", resource: "interaction-templates", key: code });
  });
}

/** Creates or changes the row of a language; `null` is the row without a particular one. */
export function putTemplateLanguage(
  ctx: Context,
  code: string,
  languageCode: string | null,
  description: string | null | undefined,
): Promise<InteractionTemplate> {
  return inTransaction(ctx, async (tx) => {
    const template = await lockTemplate(tx, code);
    await refuseContentOfUsed(tx.db, template, { row: true, file: false });
    const languageId = await languageOf(tx, languageCode, "languageCode");
    await tx.db
      .insertInto("interaction_template_languages")
      .values({ template_id: template.id, language_id: languageId, description: description ?? null })
      .onConflict((conflict) =>
        conflict
          .constraint("interaction_template_languages_key")
          .doUpdateSet(description === undefined ? { template_id: template.id } : { description }),
      )
      .execute();
    await touchTemplate(tx, template, { languageCode });
    return getTemplate(tx, code);
  });
}

export function deleteTemplateLanguage(
  ctx: Context,
  code: string,
  languageCode: string | null,
): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const template = await lockTemplate(tx, code);
    const languageId = await languageOf(tx, languageCode, "languageCode");
    const deleted = await tx.db
      .deleteFrom("interaction_template_languages")
      .where("template_id", "=", template.id)
      .where("language_id", languageId === null ? "is" : "=", languageId)
      .returning("attachment_no")
      .executeTakeFirst();
    if (!deleted) throw new NotFound("not_found", {}, [{ path: "languageCode", code: "not_found" }]);
    await discardAttachments(tx, [deleted.attachment_no]);
    await touchTemplate(tx, template, { languageCode: [languageCode, null] });
  });
}

/** The template, locked until the transaction ends. */
export async function lockTemplate(tx: TransactionContext, code: string): Promise<TemplateRow> {
  const row = await tx.db
    .selectFrom("interaction_templates")
    .selectAll()
    .where("code", "=", code)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw new NotFound("not_found", { code }, [{ path: "code", code: "not_found" }]);
  return row;
}

/** Counts the version of a template on and writes into the audit trail what changed. */
export async function touchTemplate(
  tx: TransactionContext,
  template: TemplateRow,
  changes: Record<string, unknown>,
): Promise<void> {
  await tx.db
    .updateTable("interaction_templates")
    .set({ version: template.version + 1, last_modified_at: tx.now.toISOString() })
    .where("id", "=", template.id)
    .execute();
  await recordChange(tx, {
    action: "template.changed",
    resource: "interaction-templates",
    key: template.code,
    changes,
  });
}

async function groupOf(tx: TransactionContext, code: string): Promise<number | undefined> {
  const fields = { interactionGroupCode: "interaction_groups" } as const;
  const { rows, notFound } = await resolveReferences(tx.db, fields, { interactionGroupCode: code });
  refuseUnknownReferences(notFound);
  return rows.interactionGroupCode?.id;
}

/** The column of the campaign that interactions with the template get (R-CAMP), where a request writes it. */
async function campaignColumn(
  tx: TransactionContext,
  campaignNo: string | null | undefined,
): Promise<{ campaign_id?: number | null }> {
  if (campaignNo === undefined) return {};
  const { ids, notFound } = await resolveNumbers(tx.db, { campaignNo: "campaigns" }, { campaignNo });
  refuseUnknownReferences(notFound);
  return { campaign_id: ids.campaignNo };
}

/** The id of a language; `not_found` at `path` when there is none of this code. */
export async function languageOf(
  tx: TransactionContext,
  code: string | null,
  path: string,
): Promise<number | null> {
  const { rows, notFound } = await resolveReferences(tx.db, { language: "languages" }, { language: code });
  refuseUnknownReferences(notFound.map(() => path));
  return rows.language?.id ?? null;
}

/**
 * The language that becomes the default (section 8.1, `setDefaultLanguage`). Without a row of that language the
 * answer to `createLanguage` decides: yes makes one with the template's description, no leaves all unchanged.
 */
async function defaultLanguage(
  tx: TransactionContext,
  template: TemplateRow,
  change: TemplateChange,
): Promise<number | null | undefined> {
  if (change.defaultLanguageCode === undefined) return undefined;
  const languageId = await languageOf(tx, change.defaultLanguageCode, "defaultLanguageCode");
  if (languageId === null) return null;
  const row = await tx.db
    .selectFrom("interaction_template_languages")
    .select(["id", "attachment_no"])
    .where("template_id", "=", template.id)
    .where("language_id", "=", languageId)
    .executeTakeFirst();
  if (row) {
    const isNew = languageId !== template.default_language_id;
    await refuseContentOfUsed(tx.db, template, { row: false, file: isNew && row.attachment_no !== null });
    return languageId;
  }
  if (change.createLanguage === undefined) {
    throw new Conflict("confirmation_required", { key: "createLanguage", preselected: true });
  }
  await refuseContentOfUsed(tx.db, template, { row: true, file: false });
  if (!change.createLanguage) {
    throw new Invalid("language_not_created", {}, [
      { path: "defaultLanguageCode", code: "language_not_created" },
    ]);
  }
  await tx.db
    .insertInto("interaction_template_languages")
    .values({ template_id: template.id, language_id: languageId, description: template.description })
    .execute();
  return languageId;
}

/**
 * The wizard action after a change (R-WA): one that is set has to fit the content of the default language; another default
 * language takes the action along as far as it fits.
 *
 * @throws Invalid `wizard_action_not_allowed`
 */
async function wizardActionOf(
  tx: TransactionContext,
  template: TemplateRow,
  change: { languageId: number | null | undefined; wizardAction: WizardAction | null | undefined },
): Promise<WizardAction | null> {
  if (change.languageId === undefined && change.wizardAction === undefined) return template.wizard_action;
  const languageId = change.languageId === undefined ? template.default_language_id : change.languageId;
  const row = await tx.db
    .selectFrom("interaction_template_languages as row")
    .leftJoin("attachments as file", "file.no", "row.attachment_no")
    .select("file.file_extension as fileExtension")
    .where("row.template_id", "=", template.id)
    .where("row.language_id", languageId === null ? "is" : "=", languageId)
    .executeTakeFirst();
  const content = row ? { wordTemplateCode: null, emailLayoutName: null, ...row } : null;
  if (change.wizardAction === undefined)
    return content ? actionWithDefault(template.wizard_action, content) : template.wizard_action;
  if (!isActionAllowed(change.wizardAction, content)) {
    const code = "wizard_action_not_allowed";
    throw new Invalid(code, {}, [{ path: "wizardAction", code }]);
  }
  return change.wizardAction;
}

/** The plain columns a request writes. */
function columnsOf(
  input: { readonly [Field in keyof NewInteractionTemplate]?: NewInteractionTemplate[Field] | undefined },
): Updateable<InteractionsTables["interaction_templates"]> {
  const columns = {
    description: input.description,
    unit_cost: input.unitCost,
    unit_duration_min: input.unitDurationMin,
    information_flow: input.informationFlow,
    initiated_by: input.initiatedBy,
    default_correspondence_type: input.defaultCorrespondenceType,
    ignore_contact_correspondence_type: input.ignoreContactCorrespondenceType,
    campaign_target: input.campaignTarget,
    campaign_response: input.campaignResponse,
    archived: input.archived,
  };
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
}
