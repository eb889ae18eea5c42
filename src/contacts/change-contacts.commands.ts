import { sql } from "kysely";
import type { Context, Tx } from "#app/database.ts";
import { inTransaction, type TransactionContext } from "#platform/db/transaction.ts";
import { lookUpChosen } from "./choose-references.ts";
import { claimNumbers, releaseNumbers } from "./claim-numbers.ts";
import { findWishedCompanies, wishedIds } from "./company-links.ts";
import { numberTaken } from "./contact-errors.ts";
import {
  type ChangeRequest,
  newRevision,
  noCounts,
  type Revision,
  writeRevisions,
} from "./contact-revisions.ts";
import { type ContactStates, loadSetup, loadStates } from "./contact-states.queries.ts";
import type { TypeChangeCounts } from "./contact-type.rules.ts";
import { completeChanges } from "./details/post-codes/complete-addresses.ts";
import { findOnSegments } from "./on-segments.ts";
import type { ContactOutcome, WrittenOutcome } from "./present-contact.ts";
import { saveChanges } from "./save-changes.commands.ts";
import { type ContactInput, chosenCodes } from "./write-contact.rules.ts";

export interface ChangeOptions {
  /** The parties whose changes are carried over (contacts §6.5). What they brought along before stays allowed. */
  readonly originPartyIds?: readonly number[];
  /** As of `CreateOptions`. */
  readonly areIndexedLater?: boolean;
}

/** Changes one contact; throws what is wrong with it. `ifMatch`: the version that the caller has seen. */
export function changeContact(
  ctx: Context,
  no: string,
  change: ContactInput,
  { ifMatch = null, ...options }: { ifMatch?: number | null } & ChangeOptions = {},
): Promise<WrittenOutcome> {
  return inTransaction(ctx, async (tx) => {
    const [outcome] = await changeContacts(tx, [{ no, change, ifMatch }], options);
    if (!outcome!.written) throw outcome!.error;
    return outcome!;
  });
}

/**
 * Changes contacts, one or a thousand with the same statements. Answers in order; what is refused is left as it was
 * and the others are changed: who wants all or none throws what was refused. A change that changes nothing writes
 * nothing.
 */
export function changeContacts(
  ctx: Context,
  requests: readonly ChangeRequest[],
  { originPartyIds = [], areIndexedLater = false }: ChangeOptions = {},
): Promise<readonly ContactOutcome[]> {
  return inTransaction(ctx, async (tx) => {
    const changes = await completeChanges(tx.db, requests);
    const revisions = requests.map((request, index) => newRevision({ ...request, change: changes[index]! }));
    const { before, states, setup, found } = await lockAll(tx, revisions);
    const chosen = revisions.map(({ id, input }) =>
      chosenCodes(input, (id !== null && before.get(id)?.fields) || null),
    );
    await lookUpChosen(tx.db, chosen, setup.references);
    const counts = await countForTypeChange(tx.db, revisions, before);
    const onSegments = await findOnSegments(tx.db, mayMove(revisions));

    const areFromParties = originPartyIds.length > 0;
    writeRevisions(tx, revisions, { setup, found, states, counts, onSegments, areFromParties });
    await renumber(tx.db, revisions, before, states);
    return saveChanges(tx, { revisions, before, states, setup, originPartyIds, areIndexedLater });
  });
}

/** Finds and locks everything: companies in the order of their ids, then people in that of theirs. */
async function lockAll(tx: TransactionContext, revisions: readonly Revision[]) {
  // A company may send its own number and name as those of its company.
  const wishes = revisions.map(({ no, wish }) =>
    wish?.by === "companyNo" && wish.text === no ? undefined : wish,
  );
  const found = await findWishedCompanies(
    tx.db,
    wishes,
    revisions.map(({ no }) => no),
  );
  const own = revisions.flatMap(({ no }) => found.byNo.get(no) ?? []);
  const companyIds = own.filter(({ type }) => type === "company").map(({ id }) => id);
  const personIds = own.filter(({ type }) => type === "person").map(({ id }) => id);
  const { setup, companies } = await loadSetup(
    tx,
    unique([...companyIds, ...wishedIds(wishes, found)]),
    "change",
  );
  const people = await loadStates(tx.db, unique(personIds), "change", setup.references);
  for (const revision of revisions) {
    const contact = found.byNo.get(revision.no);
    revision.id = contact?.id ?? null;
    revision.isMerged = contact !== undefined && contact.no !== revision.no;
  }

  const leaving = revisions.flatMap(({ id, wish }) =>
    wish === undefined ? [] : (people.get(id ?? 0)?.companyId ?? []),
  );
  const missing = unique(leaving).filter((id) => !companies.has(id));
  const previous = await loadStates(tx.db, missing, "none", setup.references);
  const states = new Map([...previous, ...companies, ...people]);
  return { before: new Map(states), states, setup, found };
}

function unique(ids: readonly number[]): number[] {
  return [...new Set(ids)];
}

/** Whoever may get another company. */
function mayMove(revisions: readonly Revision[]): number[] {
  return unique(
    revisions.flatMap(({ id, wish, input }) =>
      id !== null && (wish !== undefined || input.type !== undefined) ? [id] : [],
    ),
  );
}

/** What hangs on the contacts whose type is to change, in one statement. */
async function countForTypeChange(
  tx: Tx,
  revisions: readonly Revision[],
  before: ContactStates,
): Promise<ReadonlyMap<number, TypeChangeCounts>> {
  const ids = revisions.flatMap(({ id, input }) => {
    const type = id === null ? undefined : before.get(id)?.fields.type;
    return id !== null && input.type !== undefined && input.type !== type ? [id] : [];
  });
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{
    id: number;
    interactions: number;
    tasks: number;
    opportunities: number;
    persons: number;
    businessRelations: number;
    industryGroups: number;
    webSources: number;
    jobResponsibilities: number;
  }>`
    select w.id, (select count(*) from interaction_log_entries e where e.contact_id = w.id) as interactions,
           (select count(*) from tasks t where t.contact_id = w.id) as tasks,
           (select count(*) from opportunities o where o.contact_id = w.id) as opportunities,
           (select count(*) from contacts p where p.company_id = w.id and p.type = 'person') as persons,
           (select count(*) from contact_business_relations r where r.contact_id = w.id) as "businessRelations",
           (select count(*) from contact_industry_groups g where g.contact_id = w.id) as "industryGroups",
           (select count(*) from contact_web_sources s where s.contact_id = w.id) as "webSources",
           (select count(*) from contact_job_responsibilities j where j.contact_id = w.id) as "jobResponsibilities"
      from unnest(${unique(ids)}::bigint[]) as w(id)`.execute(tx);
  return new Map(rows.map(({ id, ...counts }) => [id, { ...noCounts, ...counts }]));
}

/** Claims new numbers and gives the old ones back; whose number is taken keeps everything as it was. */
async function renumber(
  tx: Tx,
  revisions: readonly Revision[],
  before: ContactStates,
  states: ContactStates,
): Promise<void> {
  const renumbered = revisions.filter(
    ({ id, refusal }) => refusal === null && id !== null && states.get(id)!.no !== before.get(id)!.no,
  );
  if (renumbered.length === 0) return;
  const claimed = await claimNumbers(
    tx,
    renumbered.map(({ id }) => ({ id: id!, no: states.get(id!)!.no })),
  );
  const freed: string[] = [];
  for (const revision of renumbered) {
    const { no } = states.get(revision.id!)!;
    const old = before.get(revision.id!)!;
    if (claimed.has(no)) {
      freed.push(old.no);
    } else {
      revision.refusal = numberTaken(no);
      states.set(old.id, old);
    }
  }
  await releaseNumbers(tx, freed);
}
