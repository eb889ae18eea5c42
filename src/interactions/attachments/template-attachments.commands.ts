import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import {
  type AttachmentsConfig,
  copyAttachments,
  createAttachment,
  discardAttachments,
  getAttachment,
  type Upload,
} from "#attachments/index.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, Invalid, NotFound } from "#platform/errors.ts";
import { refuseContentOfUsed } from "../template-setup/template-setup.commands.ts";
import { languageOf, lockTemplate, touchTemplate } from "../templates.commands.ts";

/** A language row of a template as the address names it. */
export interface RowName {
  readonly code: string;
  /** A code, `default` or `-`. */
  readonly languageCode: string;
}

interface Row {
  readonly attachmentNo: number | null;
  readonly readOnly: boolean;
}

/**
 * Attaches a file to a language row (section 9.2); one that is there gives way only when `replaceAttachment` says so, and
 * its bytes go with it. Declined, all stays as it is.
 *
 * @throws Conflict `confirmation_required`, `attachment_read_only`; everything that `createAttachment` throws
 */
export async function putTemplateAttachment(
  ctx: Context,
  config: AttachmentsConfig,
  { name, replaceAttachment }: { name: RowName; replaceAttachment: boolean | undefined },
  upload: Upload,
) {
  // Before the bytes come: nobody sends 200 MB to be asked then.
  const before = await inTransaction(ctx, async (tx) => findRow(tx, name, await languageIdOf(tx, name)));
  if (before && !mayReplace(before, replaceAttachment)) return getAttachment(ctx, before.attachmentNo!);
  return createAttachment(ctx, config, upload, (tx, attachmentNo) =>
    attach(tx, name, attachmentNo, replaceAttachment),
  );
}

/**
 * Attaches an independent copy of what hangs on another row.
 *
 * @throws Invalid `no_attachment_here` when nothing does
 */
export function copyTemplateAttachment(
  ctx: Context,
  name: RowName,
  source: RowName & { readonly replaceAttachment?: boolean | undefined },
) {
  return inTransaction(ctx, async (tx) => {
    const from = await findRow(tx, source, await languageIdOf(tx, source));
    if (!from?.attachmentNo) {
      throw new Invalid("no_attachment_here", {}, [{ path: "templateCode", code: "no_attachment_here" }]);
    }
    const there = await findRow(tx, name, await languageIdOf(tx, name));
    if (there && !mayReplace(there, source.replaceAttachment)) return getAttachment(tx, there.attachmentNo!);
    const [copy] = await copyAttachments(tx, [from.attachmentNo], { readOnly: false });
    await attach(tx, name, copy!, source.replaceAttachment);
    return getAttachment(tx, copy!);
  });
}

/** Removes the file of a row; a row without one, or no row at all, is not worth an error. */
export function deleteTemplateAttachment(ctx: Context, name: RowName): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const template = await lockTemplate(tx, name.code);
    const languageId = await languageIdOf(tx, name);
    const row = await findRow(tx, name, languageId);
    if (!row?.attachmentNo) return;
    refuseReadOnly(row);
    await setAttachment(tx, template.id, languageId, null);
    await discardAttachments(tx, [row.attachmentNo]);
    await touchTemplate(tx, template, { attachmentNo: [row.attachmentNo, null] });
  });
}

/** Number of what hangs on a row, `null` without. */
export async function findTemplateAttachment(ctx: Context, name: RowName): Promise<number | null> {
  return inTransaction(ctx, async (tx) => {
    const row = await findRow(tx, name, await languageIdOf(tx, name));
    return row?.attachmentNo ?? null;
  });
}

async function attach(
  tx: TransactionContext,
  name: RowName,
  attachmentNo: number,
  replaceAttachment: boolean | undefined,
): Promise<void> {
  const template = await lockTemplate(tx, name.code);
  const languageId = await languageIdOf(tx, name);
  const before = await findRow(tx, name, languageId);
  // Somebody else attached something while the bytes were coming.
  if (before && !mayReplace(before, replaceAttachment)) throw new Conflict("concurrent_change");
  const isDefault = languageId === template.default_language_id;
  await refuseContentOfUsed(tx.db, template, { row: before === null, file: isDefault });
  await tx.db
    .insertInto("interaction_template_languages")
    .values({
      template_id: template.id,
      language_id: languageId,
      description: template.description,
      attachment_no: attachmentNo,
    })
    .onConflict((conflict) =>
      conflict.constraint("interaction_template_languages_key").doUpdateSet({ attachment_no: attachmentNo }),
    )
    .execute();
  await discardAttachments(tx, [before?.attachmentNo ?? null]);
  await touchTemplate(tx, template, { attachmentNo: [before?.attachmentNo ?? null, attachmentNo] });
}

/** Whether a new file may take the row's place; `false` when somebody decided to keep what is there. */
function mayReplace(row: Row, replaceAttachment: boolean | undefined): boolean {
  if (row.attachmentNo === null) return true;
  refuseReadOnly(row);
  if (replaceAttachment === undefined) {
    throw new Conflict("confirmation_required", { key: "replaceAttachment", preselected: true });
  }
  return replaceAttachment;
}

function refuseReadOnly({ readOnly }: Row): void {
  if (readOnly) throw new Conflict("attachment_read_only");
}

async function languageIdOf(tx: TransactionContext, { code, languageCode }: RowName): Promise<number | null> {
  if (languageCode === "-") return null;
  if (languageCode !== "default") return languageOf(tx, languageCode.trim().toUpperCase(), "languageCode");
  const template = await tx.db
    .selectFrom("interaction_templates")
    .select("default_language_id")
    .where("code", "=", code)
    .executeTakeFirst();
  if (!template) throw new NotFound("not_found", { code }, [{ path: "code", code: "not_found" }]);
  return template.default_language_id;
}

async function findRow(
  tx: TransactionContext,
  { code }: RowName,
  languageId: number | null,
): Promise<Row | null> {
  const { rows } = await sql<Row>`
    select tl.attachment_no as "attachmentNo", coalesce(a.read_only, false) as "readOnly"
      from interaction_template_languages tl join interaction_templates t on t.id = tl.template_id
      left join attachments a on a.no = tl.attachment_no
     where t.code = ${code} and tl.language_id is not distinct from ${languageId}`.execute(tx.db);
  return rows[0] ?? null;
}

async function setAttachment(
  tx: TransactionContext,
  templateId: number,
  languageId: number | null,
  attachmentNo: number | null,
): Promise<void> {
  await tx.db
    .updateTable("interaction_template_languages")
    .set({ attachment_no: attachmentNo })
    .where("template_id", "=", templateId)
    .where("language_id", languageId === null ? "is" : "=", languageId)
    .execute();
}
