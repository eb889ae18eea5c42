import { lineNoStep } from "#comments/comments.rules.ts";
import { type Recording, record } from "#interactions/index.ts";
import { NewInteraction } from "#interactions/log-entry.contract.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { toFieldErrors } from "#platform/http/validation.ts";
import type { ImportRow } from "../imports.queries.ts";
import { nameReferences } from "../name-references.ts";
import { findingsOfError, issuesOf, type RowAction, type RowFinding } from "../row-reports.ts";
import { takeDefaults } from "./defaults.rules.ts";
import type { InteractionReport } from "./interaction-reports.ts";
import { matchContacts } from "./match-contacts.ts";
import type { ParsedInteraction } from "./parse-interaction.rules.ts";
import { claimKeys, findRecorded, type SourceKey, sourceKeyOf, textOf } from "./source-keys.ts";

interface StoreOptions {
  readonly run: ImportRow;
  /** Of a dry run, whose batches are undone: whether an earlier one would have recorded the row. */
  readonly isSeen: (key: SourceKey) => boolean;
}

/** A row with the key that it is recorded under once. */
type KeyedRow = ParsedInteraction & { readonly key: SourceKey };

type Reports = Map<number, InteractionReport>;

/**
 * Records interactions that rows are about: a thousand with the same few statements, by the command of the API itself.
 * What has been recorded from the same source stays as it is; a row that breaks a rule is left out and reported.
 * Answers in the order of the rows.
 */
export async function storeInteractions(
  tx: TransactionContext,
  rows: readonly ParsedInteraction[],
  { run, isSeen }: StoreOptions,
): Promise<readonly InteractionReport[]> {
  const reports: Reports = new Map();
  const keyed = rows.map((row): KeyedRow => ({ ...row, key: sourceKeyOf(run, row) }));
  const report = (row: KeyedRow, action: RowAction) => reports.set(row.rowNumber, reportOf(row, action));
  for (const row of keyed) {
    if (row.isUnreadable) reports.set(row.rowNumber, failed(row, row.errors));
    else if (row.isBlank) report(row, "skipped");
  }
  const readable = keyed.filter(({ rowNumber }) => !reports.has(rowNumber));
  const recorded = await findRecorded(
    tx,
    readable.map(({ key }) => key),
  );
  for (const wave of wavesOf(readable)) {
    const isThere = ({ key }: KeyedRow) => recorded.has(textOf(key)) || isSeen(key);
    for (const row of wave.filter(isThere)) report(row, "unchanged");
    for (const key of await recordRows(
      tx,
      wave.filter((row) => !isThere(row)),
      run,
      reports,
    ))
      recorded.add(textOf(key));
  }
  return rows.map(({ rowNumber }) => reports.get(rowNumber)!);
}

/** Rows in groups of which none holds two of one key: a second one counts when the first could not be recorded. */
function wavesOf(rows: readonly KeyedRow[]): KeyedRow[][] {
  const waves: KeyedRow[][] = [];
  const met = new Map<string, number>();
  for (const row of rows) {
    const text = textOf(row.key);
    const wave = met.get(text) ?? 0;
    met.set(text, wave + 1);
    waves[wave] ??= [];
    waves[wave].push(row);
  }
  return waves;
}

/** Records what can be recorded, reports every row, and answers the keys that are claimed now. */
async function recordRows(
  tx: TransactionContext,
  rows: readonly KeyedRow[],
  run: ImportRow,
  reports: Reports,
): Promise<SourceKey[]> {
  if (rows.length === 0) return [];
  const named = takeDefaults(await nameReferences(tx.db, rows), run);
  const contacts = await matchContacts(
    tx.db,
    named.map(({ clues }) => clues),
  );
  const matched = named.map((row, at) => {
    const { contactNo, errors, warnings } = contacts[at]!;
    const known = { ...row, errors: [...row.errors, ...errors], warnings: [...row.warnings, ...warnings] };
    return checked(known, contactNo);
  });
  const recordable = matched.flatMap(({ row, input }) => (input === null ? [] : [{ row, input }]));
  for (const { row, input } of matched)
    if (input === null) reports.set(row.rowNumber, failed(row, row.errors));

  const outcomes = await record(
    tx,
    recordable.map(({ row, input }) => recordingOf(tx, row, input)),
    { isAtomic: false },
  );
  const claims = recordable.flatMap(({ row }, at) => {
    const { entry, error } = outcomes[at]!;
    if (entry === null) {
      reports.set(row.rowNumber, failed(row, [...row.errors, ...findingsOfError(error)]));
      return [];
    }
    reports.set(row.rowNumber, {
      ...reportOf(row, "created"),
      entry,
      issues: issuesOf(row, row.warnings, true),
    });
    return [{ key: row.key, entryNo: entry.entryNo }];
  });
  await claimKeys(tx, claims);
  return claims.map(({ key }) => key);
}

/** Holds the row against the contract of the API, so that one error does not hide another. */
function checked(row: KeyedRow, contactNo: string | null) {
  const parsed = NewInteraction.safeParse(
    { ...row.input, ...(contactNo && { contactNo }) },
    { reportInput: true },
  );
  const errors = [...row.errors, ...(parsed.success ? [] : toFieldErrors(parsed.error.issues))];
  const isRecordable = parsed.success && errors.length === 0;
  return { row: { ...row, errors }, input: isRecordable ? parsed.data : null };
}

/** Its comments are of the day when it happened. */
function recordingOf(
  { actor, now }: TransactionContext,
  { comments }: KeyedRow,
  input: NewInteraction,
): Recording {
  return {
    input,
    isImported: true,
    comments: comments.map((text, at) => ({
      lineNo: (at + 1) * lineNoStep,
      date: at === 0 ? (input.date ?? null) : null,
      code: null,
      text,
      author: actor.name,
      createdAt: now.toISOString(),
      lastModifiedAt: null,
    })),
  };
}

function reportOf({ rowNumber, key }: KeyedRow, action: RowAction): InteractionReport {
  return { rowNumber, action, issues: [], entry: null, key };
}

function failed(row: KeyedRow, errors: readonly RowFinding[]): InteractionReport {
  const atFields = errors.map((error) => ({ ...error, path: fieldOf(row, error.path) }));
  return { ...reportOf(row, "failed"), issues: issuesOf(row, atFields) };
}

/** The column behind a field of the API. */
function fieldOf({ clues }: KeyedRow, path: string | null): string | null {
  if (path === "contactNo") return clues.field;
  return path === "wasSuccessful" ? "attemptFailed" : path;
}
