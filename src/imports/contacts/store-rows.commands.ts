import { sql } from "kysely";
import { type ChangeRequest, type ContactOutcome, changeContacts, createContacts } from "#contacts/index.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { Invalid } from "#platform/errors.ts";
import { nameReferences } from "../name-references.ts";
import { issuesOf } from "../row-reports.ts";
import { chooseMatch, type Match, matchKey, wavesOf } from "./choose-match.rules.ts";
import { type ContactReport, issuesOfError, reportOf } from "./contact-reports.ts";
import type { ContactKeys, Draft, Reports, StoreOptions } from "./drafts.ts";
import { findMatches } from "./find-matches.queries.ts";
import { linkCompanies } from "./link-companies.ts";
import type { ParsedRow } from "./parse-row.rules.ts";
import { nameCompany, type RowInput } from "./read-row.rules.ts";

/**
 * Creates and updates the contacts that rows are about: a thousand with the same few statements, by the commands of
 * the API itself. A row that breaks a rule is left out and reported. Answers in the order of the rows.
 */
export async function storeRows(
  tx: TransactionContext,
  rows: readonly ParsedRow[],
  options: StoreOptions,
): Promise<ContactReport[]> {
  const { ready, reports } = sortOut(await nameReferences(tx.db, rows));
  for (const wave of wavesOf(options.settings.matchBy, ready)) {
    const drafts = await findDrafts(tx, wave, options, reports);
    await storeDrafts(
      tx,
      drafts.filter(({ type }) => type === "company"),
      reports,
      options,
    );
    // People may belong to companies of the same rows.
    const people = drafts.filter(({ type }) => type === "person");
    await storeDrafts(tx, await linkCompanies(tx.db, people, options, reports), reports, options);
  }
  return rows.map(({ rowNumber }) => reports.get(rowNumber)!);
}

/** Rows that are to be stored, and reports of those that are not. */
function sortOut(rows: readonly ParsedRow[]): { ready: ParsedRow[]; reports: Reports } {
  const reports: Reports = new Map();
  const ready: ParsedRow[] = [];
  for (const row of rows) {
    if (row.errors.length > 0)
      reports.set(row.rowNumber, reportOf(row, "failed", { issues: issuesOf(row, row.errors) }));
    else if (row.isBlank) reports.set(row.rowNumber, reportOf(row, "skipped"));
    else ready.push(row);
  }
  return { ready, reports };
}

/** Finds the contacts that the rows are about; reports rows that are skipped or about more than one. */
async function findDrafts(
  tx: TransactionContext,
  rows: readonly ParsedRow[],
  { settings: { matchBy, onMatch }, seen }: StoreOptions,
  reports: Reports,
): Promise<Draft[]> {
  const keys = rows.flatMap((row) => matchKey(matchBy, row) ?? []);
  const matches = await findMatches(tx.db, matchBy, keys);
  return rows.flatMap((row) => {
    const key = matchKey(matchBy, row);
    const match = key === null ? null : chooseMatch(matchBy, row, matches.get(key) ?? []);
    if (match === "several") {
      const problem = { path: "email", code: "import_several_contacts", values: { email: key ?? "" } };
      reports.set(row.rowNumber, reportOf(row, "failed", { issues: issuesOf(row, [problem]) }));
      return [];
    }
    const wasSeen = match === null && key !== null && isSeen(seen, matchBy, row.type, key);
    if (wasSeen || (match && onMatch === "skip")) {
      reports.set(row.rowNumber, reportOf(row, onMatch === "skip" ? "skipped" : "updated"));
      return [];
    }
    return [newDraft(row, match)];
  });
}

function isSeen(seen: ContactKeys | null, matchBy: string, type: string, key: string): boolean {
  if (seen === null) return false;
  return matchBy === "no" ? seen.has("no", key) : seen.has("email", `${type} ${key}`);
}

/**
 * What the row writes. Of an existing contact the number is known, and a language it has already is no news: writing
 * it again would fill in the format region.
 */
function newDraft(row: ParsedRow, match: Match | null): Draft {
  if (!match)
    return { row, match, type: row.type, input: { ...row.input, type: row.type }, newCompany: null };
  const type = row.input.type ?? match.type;
  const { no: _, languageCode, ...written } = type === "company" ? nameCompany(row.input) : row.input;
  const isNews = languageCode !== undefined && languageCode.toUpperCase() !== match.languageCode;
  return { row, match, type, input: { ...written, ...(isNews && { languageCode }) }, newCompany: null };
}

/**
 * Stores drafts and reports them. A company is created only for somebody: when every row that names it is refused,
 * the attempt is undone and repeated without those rows.
 */
async function storeDrafts(
  tx: TransactionContext,
  drafts: readonly Draft[],
  reports: Reports,
  options: StoreOptions,
): Promise<void> {
  let open = drafts;
  while (open.length > 0) {
    await sql`savepoint import_rows`.execute(tx.db);
    const outcomes = await attempt(tx, open, options);
    const refused = orphanMakers(outcomes);
    if (refused.size > 0) {
      await sql`rollback to savepoint import_rows`.execute(tx.db);
      for (const { draft, error } of outcomes)
        if (error && refused.has(draft)) reports.set(draft.row.rowNumber, failed(draft, error));
      open = open.filter((draft) => !refused.has(draft));
      continue;
    }
    await sql`release savepoint import_rows`.execute(tx.db);
    const firstOf = new Set<string>();
    for (const outcome of outcomes) reports.set(outcome.draft.row.rowNumber, reportOutcome(outcome, firstOf));
    return;
  }
}

interface DraftOutcome {
  readonly draft: Draft;
  readonly written: Extract<ContactOutcome, { written: true }> | null;
  readonly error: Error | null;
}

/** Companies that people bring along, then new contacts, then changes of those that exist. */
async function attempt(
  tx: TransactionContext,
  drafts: readonly Draft[],
  { areIndexedLater }: StoreOptions,
): Promise<DraftOutcome[]> {
  const companies = await createCompanies(tx, drafts, areIndexedLater);
  const lacking = drafts.flatMap((draft) => {
    const company = draft.newCompany === null ? null : companies.get(draft.newCompany)!;
    return company instanceof Error ? [{ draft, written: null, error: atCompany(company) }] : [];
  });
  const able = drafts.filter(
    ({ newCompany }) => newCompany === null || typeof companies.get(newCompany) === "string",
  );
  const linked = ({ input, newCompany }: Draft): RowInput =>
    newCompany === null ? input : { ...input, companyNo: companies.get(newCompany) as string };

  const added = able.filter(({ match }) => match === null);
  const changed = able.filter(({ match }) => match !== null);
  const created = await createContacts(tx, added.map(linked), { areIndexedLater });
  const updated =
    changed.length === 0
      ? []
      : await changeContacts(
          tx,
          changed.map((draft): ChangeRequest => ({ no: draft.match!.no, change: linked(draft) })),
          { areIndexedLater },
        );
  return [
    ...lacking,
    ...added.map((draft, at) => outcomeOf(draft, created[at]!)),
    ...changed.map((draft, at) => outcomeOf(draft, updated[at]!)),
  ];
}

/** By name: the number of the company that was created, or why it was not. */
async function createCompanies(
  tx: TransactionContext,
  drafts: readonly Draft[],
  areIndexedLater: boolean,
): Promise<ReadonlyMap<string, string | Error>> {
  const names = [...new Set(drafts.flatMap(({ newCompany }) => newCompany ?? []))];
  const outcomes = await createContacts(
    tx,
    names.map((name) => ({ type: "company" as const, name })),
    { areIndexedLater },
  );
  return new Map(
    outcomes.map((outcome, at) => [names[at]!, outcome.written ? outcome.contact.no : outcome.error]),
  );
}

/** What is wrong with a company's name is wrong with the name its people give. */
function atCompany(error: Error): Error {
  if (!(error instanceof Invalid)) return error;
  const fieldErrors = error.fieldErrors.map((problem) => ({ ...problem, path: "companyName" }));
  return new Invalid(error.code, error.values, fieldErrors);
}

function outcomeOf(draft: Draft, outcome: ContactOutcome): DraftOutcome {
  return outcome.written
    ? { draft, written: outcome, error: null }
    : { draft, written: null, error: outcome.error };
}

/** Refused rows on whose behalf alone a company was created. */
function orphanMakers(outcomes: readonly DraftOutcome[]): ReadonlySet<Draft> {
  const withPeople = new Set(
    outcomes.flatMap(({ draft, written }) => (written ? (draft.newCompany ?? []) : [])),
  );
  const refused = outcomes.filter(
    ({ draft, error }) => error !== null && draft.newCompany !== null && !withPeople.has(draft.newCompany),
  );
  return new Set(refused.map(({ draft }) => draft));
}

function failed({ row }: Draft, error: Error): ContactReport {
  return reportOf(row, "failed", { issues: issuesOfError(row, error) });
}

/** A company is reported with the first row that brought it along. */
function reportOutcome({ draft, written, error }: DraftOutcome, companies: Set<string>): ContactReport {
  if (!written) return failed(draft, error!);
  const { row, match, newCompany } = draft;
  const isFirst = newCompany !== null && !companies.has(newCompany);
  if (isFirst) companies.add(newCompany);
  const isSame = match !== null && match.version === written.contact.version;
  return reportOf(row, match === null ? "created" : isSame ? "unchanged" : "updated", {
    contact: written.contact,
    issues: issuesOf(row, written.warnings, true),
    createdCompany: isFirst ? newCompany : null,
  });
}
