import type { Context } from "#app/database.ts";
import { datesOfNewComments, lineNoStep } from "#comments/comments.rules.ts";
import { localMoment } from "#platform/moment.rules.ts";
import type { DraftComment } from "./drafts/draft-comments.rules.ts";

/** The comments that come with an interaction: texts, or lines with dates and authors of their own. */
interface Commented {
  readonly input: { readonly comments?: readonly string[] | undefined };
  readonly comments?: readonly DraftComment[];
}

/** Rows of `interaction_comments` for an entry that is being recorded; a blank `created_at` is now. */
export function commentRows(
  ctx: Context,
  { input, comments }: Commented,
  { contact_id, entry_no }: { contact_id: number; entry_no: number },
) {
  const lines = comments ?? linesOf(ctx, input.comments ?? []);
  return lines.map(({ lineNo, date, code, text, author, createdAt, lastModifiedAt }) => ({
    contact_id,
    entry_no,
    line_no: lineNo,
    date,
    code,
    text,
    author,
    created_at: createdAt,
    last_modified_at: lastModifiedAt,
  }));
}

function linesOf({ actor, now, timeZone }: Context, texts: readonly string[]) {
  const dates = datesOfNewComments([], texts.length, localMoment(now, timeZone).date);
  return texts.map((text, index) => ({
    lineNo: (index + 1) * lineNoStep,
    date: dates[index]!,
    code: null,
    text,
    author: actor.name,
    createdAt: null,
    lastModifiedAt: null,
  }));
}
