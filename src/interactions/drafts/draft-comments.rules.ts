/** Comments of a draft: kept whole, replaced whole (interactions §2.5, §8.2). */

import { datesOfNewComments, lineNoStep } from "#comments/comments.rules.ts";

export interface DraftComment {
  readonly lineNo: number;
  readonly date: string | null;
  readonly code: string | null;
  readonly text: string;
  readonly author: string;
  readonly createdAt: string;
  readonly lastModifiedAt: string | null;
  /** Written in this draft: what is still typed at it is no change of it. */
  readonly isNew?: true;
}

/** A line as it is to be; one with a `lineNo` is a line that is there already. */
export interface SuppliedComment {
  readonly lineNo?: number | undefined;
  readonly text: string;
  /** `undefined`: of a line that is there its own; of a new one today, unless there is one of today. */
  readonly date?: string | null | undefined;
  readonly code?: string | null | undefined;
}

/** Who writes, and when: `today` by the organisation's calendar, `now` as an instant. */
export interface CommentMoment {
  readonly author: string;
  readonly today: string;
  readonly now: string;
}

/** The lines as supplied, in their order; what is left out is gone. Lines that are there keep number and author. */
export function replaceComments(
  existing: readonly DraftComment[],
  supplied: readonly SuppliedComment[],
  { author, today, now }: CommentMoment,
): DraftComment[] {
  const left = new Map(existing.map((comment) => [comment.lineNo, comment]));
  let lastLineNo = Math.max(0, ...left.keys());
  const dates: (string | null)[] = existing.map(({ date }) => date);
  return supplied.map((line) => {
    const before = line.lineNo === undefined ? undefined : left.get(line.lineNo);
    if (before) {
      left.delete(before.lineNo);
      return { ...before, ...changesOf(before, line, now) };
    }
    lastLineNo += lineNoStep;
    const date = line.date === undefined ? datesOfNewComments(dates, 1, today)[0]! : line.date;
    dates.push(date);
    return {
      lineNo: lastLineNo,
      date,
      code: line.code ?? null,
      text: line.text,
      author,
      createdAt: now,
      lastModifiedAt: null,
      isNew: true,
    };
  });
}

function changesOf(before: DraftComment, line: SuppliedComment, now: string): Partial<DraftComment> {
  const { date = before.date, code = before.code, text } = line;
  const isSame = text === before.text && date === before.date && code === before.code;
  return isSame ? {} : { text, date, code, ...(!before.isNew && { lastModifiedAt: now }) };
}
