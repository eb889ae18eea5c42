import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import type { ChangedContact, WrittenContacts } from "../contact-events.ts";
import type { DuplicatePair } from "./duplicate-pair.contract.ts";
import { openPairsOf } from "./pairs.queries.ts";
import { type SearchField, searchFields } from "./search-string.rules.ts";
import { forgetDuplicatesOf, writeSearchStrings } from "./search-strings.commands.ts";
import { indexPairs } from "./store-pairs.commands.ts";

/** What the set-up says about duplicates. */
export interface DuplicateSetup {
  readonly maintains: boolean;
  readonly searches: boolean;
  readonly fields: readonly SearchField[];
}

export async function loadDuplicateSetup(tx: Tx): Promise<DuplicateSetup> {
  const { rows } = await sql<DuplicateSetup>`
    select maintain_dupl_search_strings as maintains, autosearch_for_duplicates as searches,
           array(select distinct field from duplicate_search_strings) as fields
      from marketing_setup`.execute(tx);
  return rows[0]!;
}

/** A change of one of these counts whatever the set-up looks at (contacts §5, "When"). */
const alwaysLookedAt: readonly SearchField[] = [
  "name",
  "name2",
  "address",
  "address2",
  "city",
  "postCode",
  "vatRegistrationNo",
  "phoneNo",
];

/**
 * Indexes the companies among contacts that were just written, with the same statements for one or a thousand. Answers,
 * where the set-up wants them searched for, the open pairs of each that has any. Two companies that are written at the
 * very same moment do not see each other; the job that indexes all companies finds them.
 */
export async function indexWritten(
  tx: TransactionContext,
  { created, changed }: Pick<WrittenContacts, "created" | "changed">,
): Promise<ReadonlyMap<number, readonly DuplicatePair[]>> {
  await forgetDuplicatesOf(
    tx.db,
    changed.filter(becamePerson).map(({ after }) => after.id),
  );
  const newIds = created.filter(({ fields }) => fields.type === "company").map(({ id }) => id);
  const concerned = changed.filter((pair) => isToBeIndexed(pair, searchFields));
  if (newIds.length + concerned.length === 0) return new Map();

  const setup = await loadDuplicateSetup(tx.db);
  const looked = [...alwaysLookedAt, ...setup.fields];
  const changedIds = concerned.filter((pair) => isToBeIndexed(pair, looked)).map(({ after }) => after.id);
  const ids = [...newIds, ...changedIds];
  if (!setup.maintains || ids.length === 0) return new Map();
  await indexCompanies(tx.db, ids, setup.fields);
  return setup.searches ? openPairsOf(tx.db, ids) : new Map();
}

/** Builds the strings of companies and finds their pairs. */
export async function indexCompanies(
  tx: Tx,
  companyIds: readonly number[],
  fields: readonly SearchField[],
): Promise<void> {
  await writeSearchStrings(tx, companyIds, fields);
  await indexPairs(tx, companyIds);
}

function becamePerson({ before, after }: ChangedContact): boolean {
  return before.fields.type === "company" && after.fields.type === "person";
}

function isToBeIndexed({ before, after }: ChangedContact, looked: readonly SearchField[]): boolean {
  if (after.fields.type !== "company") return false;
  return (
    before.fields.type === "person" || looked.some((field) => before.fields[field] !== after.fields[field])
  );
}
