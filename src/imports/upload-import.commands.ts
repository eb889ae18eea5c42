import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import type { Context } from "#app/database.ts";
import { Forbidden, UnsupportedMedia } from "#platform/errors.ts";
import { describeFile, type FileDescription } from "./describe-file.ts";
import { importFile, removeUpload, saveUpload } from "./import-files.ts";
import type { ImportColumn, ImportKind, ImportMapping, MatchBy } from "./import-settings.rules.ts";
import type { Import } from "./imports.contract.ts";
import { findImport, presentImport } from "./imports.queries.ts";
import { guessDateOrder, guessSource } from "./interactions/interaction-columns.rules.ts";

export interface Upload {
  readonly kind: ImportKind;
  readonly body: Readable;
  readonly fileName: string | null;
  readonly contentType?: string;
  readonly sheetName?: string;
  readonly maxBytes: number;
}

/**
 * Stores a file and describes it; throws what is wrong with it and keeps nothing then.
 *
 * @throws Forbidden without the right to record, where the rows are interactions
 */
export async function uploadImport(ctx: Context, dataFolder: string, upload: Upload): Promise<Import> {
  const { kind, fileName: givenName, contentType, sheetName } = upload;
  if (kind === "interactions") refuseWithoutRight(ctx);
  const id = randomUUID();
  const path = importFile(dataFolder, id);
  const hash = await saveUpload(path, upload.body, upload.maxBytes);
  try {
    const { size } = await stat(path);
    const fileName = givenName ?? kind;
    const described = await describeFile(path, size, {
      kind,
      fileName,
      ...(contentType !== undefined && { contentType }),
      ...(sheetName !== undefined && { sheetName }),
    });
    if (kind === "interactions" && described.format === "vcard")
      throw new UnsupportedMedia("import_no_cards");
    const mapping = suggestedMapping(described.columns);
    await ctx.db
      .insertInto("imports")
      .values({
        id,
        kind,
        file_name: fileName,
        format: described.format,
        file_bytes: size,
        file_hash: hash,
        sheet_name: sheetName ?? null,
        columns: JSON.stringify(described.columns),
        row_count: described.rowCount,
        mapping: JSON.stringify(mapping),
        ...suggestedSettings(kind, described, mapping),
        default_template_code: null,
        default_salesperson_code: null,
        dry_run: null,
        job_id: null,
        finished_at: null,
        user_id: ctx.actor.userId,
        token_id: ctx.actor.tokenId,
        created_by: ctx.actor.name,
      })
      .execute();
    return presentImport((await findImport(ctx.db, id))!);
  } catch (error) {
    await removeUpload(path);
    throw error;
  }
}

/** The way to imports is open to who may write contacts; recording is a right of its own. */
function refuseWithoutRight({ actor }: Context): void {
  const right = "interactions.write";
  if (actor.kind !== "system" && !actor.rights.has(right)) throw new Forbidden("forbidden", { right });
}

function suggestedMapping(columns: readonly ImportColumn[]): ImportMapping {
  const suggested = columns.filter(({ suggestedField }) => suggestedField !== null);
  return Object.fromEntries(suggested.map(({ index, suggestedField }) => [index, suggestedField!]));
}

function suggestedSettings(kind: ImportKind, { columns, samples }: FileDescription, mapping: ImportMapping) {
  if (kind === "contacts") return { match_by: suggestedMatch(mapping), source: null };
  const dates = columns.flatMap(({ index }) =>
    mapping[index] === "date" || mapping[index] === "dateTime" ? (samples[index] ?? []) : [],
  );
  return { source: guessSource(columns), date_order: guessDateOrder(dates) };
}

/** A file that brings numbers or addresses along should not double what it meets. */
function suggestedMatch(mapping: ImportMapping): MatchBy {
  const fields = Object.values(mapping);
  if (fields.includes("no")) return "no";
  return fields.includes("email") ? "email" : "none";
}
