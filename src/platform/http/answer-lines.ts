import type { Language } from "../context.ts";
import { AppError, type ErrorValues, Unavailable } from "../errors.ts";
import type { Translator } from "../i18n/translate.ts";
import type { ReadLine } from "./ndjson.ts";
import { type Problem, toProblem } from "./problems.ts";

/** What became of a line: what is told about it, or why it was refused. */
export type LineOutcome = { readonly answer: object } | { readonly error: unknown };

export interface LineWork<Item> {
  /** Checks a line. @throws AppError what is wrong with it */
  parse(value: unknown): Item;
  /** What names the record of a line: no two lines of a batch may have one in common. */
  keysOf(item: Item): readonly string[];
  /** Stores a batch and answers in order; a refused line keeps no other from being stored. */
  store(items: readonly Item[]): Promise<readonly LineOutcome[]>;
}

/** Lines stored with the same statements. */
const batchSize = 500;

/**
 * Stores lines batch by batch while they are read, and answers each in its place, as text. Lines of one record are
 * stored in their order.
 *
 * @throws what is no answer to a line, such as a database that is away: the answer then ends early
 */
export async function* answerLines<Item>(
  lines: AsyncIterable<ReadLine>,
  work: LineWork<Item>,
  say: { readonly language: Language; readonly translate: Translator },
): AsyncGenerator<string> {
  let batch: { line: number; item: Item | null; error: unknown }[] = [];
  let keys = new Set<string>();
  const flush = async (): Promise<string> => {
    const waiting = batch;
    batch = [];
    keys = new Set();
    const items = waiting.flatMap(({ item }) => (item === null ? [] : [item]));
    const outcomes = items.length === 0 ? [] : await work.store(items);
    let next = 0;
    return waiting
      .map(({ line, item, error }) => write(line, item === null ? { error } : outcomes[next++]!, say))
      .join("");
  };
  for await (const read of lines) {
    const parsed =
      "error" in read ? { item: null, error: read.error } : attempt(() => work.parse(read.value));
    const own = parsed.item === null ? [] : work.keysOf(parsed.item);
    if (batch.length >= batchSize || own.some((key) => keys.has(key))) yield await flush();
    for (const key of own) keys.add(key);
    batch.push({ line: read.line, ...parsed });
  }
  if (batch.length > 0) yield await flush();
}

function attempt<Item>(parse: () => Item): { item: Item | null; error: unknown } {
  try {
    return { item: parse(), error: null };
  } catch (error) {
    return { item: null, error };
  }
}

interface LineProblem extends Pick<Problem, "code" | "status" | "detail" | "errors"> {
  readonly values?: ErrorValues;
}

function write(
  line: number,
  outcome: LineOutcome,
  { language, translate }: { readonly language: Language; readonly translate: Translator },
): string {
  if ("answer" in outcome) return `${JSON.stringify({ line, ...outcome.answer })}\n`;
  const { error } = outcome;
  // What is wrong with the server is not wrong with the line.
  if (!(error instanceof AppError) || error instanceof Unavailable) throw error;
  const { code, status, detail, values, errors } = toProblem(error, language, translate);
  const problem: LineProblem = { code, status, detail, ...(values && { values }), ...(errors && { errors }) };
  return `${JSON.stringify({ line, status: "refused", problem })}\n`;
}
