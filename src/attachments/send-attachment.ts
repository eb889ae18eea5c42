import { text } from "node:stream/consumers";
import type { FastifyReply } from "fastify";
import sanitizeHtml from "sanitize-html";
import type { Context } from "#app/database.ts";
import { attachmentNamed } from "#imports/exports/attachment-name.rules.ts";
import { Conflict } from "#platform/errors.ts";
import { sentBy } from "#platform/http/serve.ts";
import { previewOf } from "./attachment-types.rules.ts";
import { getStoredAttachment, openAttachment } from "./attachments.queries.ts";

/** Larger pages are only downloaded: a preview is cleaned in memory. */
const maxHtmlBytes = 2 * 1024 * 1024;

/** Nothing in a file may run, load or reach our pages, whoever wrote it. */
const lockedUp =
  "sandbox; default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'";
/** The browser's own viewer does not start in a sandbox. */
const lockedUpPdf =
  "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'";

export interface Sending {
  readonly dataFolder: string;
  /** For showing instead of saving. */
  readonly preview?: boolean | undefined;
  /** Instead of the name of the file. */
  readonly fileName?: string;
}

/**
 * Answers with the bytes of an attachment (section 9.2): exactly those that are stored, for saving; with `preview` for
 * showing, HTML cleaned of everything that acts.
 *
 * @throws Conflict `attachment_no_preview`; NotFound `attachment_missing`; Unavailable `attachment_storage`
 */
export async function sendAttachment(
  ctx: Context,
  reply: FastifyReply,
  attachmentNo: number,
  { dataFolder, preview = false, fileName }: Sending,
): Promise<undefined> {
  const file = await getStoredAttachment(ctx, attachmentNo);
  const kind = previewOf(file.mime_type);
  if (preview && (kind === null || (kind === "html" && file.size > maxHtmlBytes)))
    throw new Conflict("attachment_no_preview");
  const bytes = await openAttachment(ctx, dataFolder, file);
  reply
    .header("content-security-policy", kind === "pdf" ? lockedUpPdf : lockedUp)
    .header("cache-control", "private, no-store");
  if (!preview) {
    return sentBy(
      reply
        .header("content-type", file.mime_type)
        .header("content-length", file.size)
        .header("content-disposition", attachmentNamed(fileName ?? file.file_name))
        .send(bytes),
    );
  }
  reply.header("content-disposition", "inline");
  if (kind === "html")
    return sentBy(reply.header("content-type", "text/html; charset=utf-8").send(cleaned(await text(bytes))));
  return sentBy(
    reply
      .header("content-type", kind === "text" ? "text/plain; charset=utf-8" : file.mime_type)
      .header("content-length", file.size)
      .send(bytes),
  );
}

/** HTML that shows and does nothing: no scripts, no forms, no addresses that load something. */
export function cleaned(html: string): string {
  return sanitizeHtml(html, {
    allowedTags: [...sanitizeHtml.defaults.allowedTags, "img", "del", "ins", "center", "font"],
    allowedAttributes: {
      "*": ["style", "align", "valign", "width", "height", "dir", "lang", "title"],
      a: ["href", "name"],
      img: ["src", "alt"],
      font: ["color", "size", "face"],
      td: ["colspan", "rowspan", "bgcolor"],
      th: ["colspan", "rowspan", "bgcolor"],
    },
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["data"] },
    allowProtocolRelative: false,
  });
}
