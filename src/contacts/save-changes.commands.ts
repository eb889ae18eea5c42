import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { emit } from "#platform/events/events.ts";
import { type ChangedContact, contactsWritten } from "./contact-events.ts";
import type { Revision } from "./contact-revisions.ts";
import { updateContacts } from "./contact-rows.ts";
import type { ContactSetup, ContactState, ContactStates } from "./contact-states.queries.ts";
import { indexWritten } from "./duplicates/index-written.commands.ts";
import { findContactNumbers } from "./find-contacts.queries.ts";
import { followCompanies } from "./follow-company.commands.ts";
import { forgetNames } from "./name-words.ts";
import { type ContactOutcome, presentContact } from "./present-contact.ts";
import { warnOfVatNumbers } from "./vat-warnings.queries.ts";
import { isSameContact } from "./write-contact.rules.ts";

/** Decided changes: who was what, and becomes what. */
interface Changes {
  readonly revisions: readonly Revision[];
  readonly before: ContactStates;
  readonly states: ContactStates;
  readonly setup: ContactSetup;
  readonly originPartyIds: readonly number[];
  readonly areIndexedLater: boolean;
}

/** Writes what differs, with what follows from it: entries of people who moved, people of changed companies, audit. */
export async function saveChanges(
  tx: TransactionContext,
  changes: Changes,
): Promise<readonly ContactOutcome[]> {
  const { revisions, before, setup, originPartyIds, areIndexedLater } = changes;
  const changed = [...changes.states.values()].flatMap((after): ChangedContact[] => {
    const old = before.get(after.id)!;
    return isSame(old, after) ? [] : [{ before: old, after }];
  });
  const states = new Map(changes.states);
  if (changed.length > 0) {
    const written = changed.map(({ after }) => after);
    const lastModifiedAt = await updateContacts(tx.db, written, setup.references);
    for (const state of written)
      states.set(state.id, { ...state, version: state.version + 1, lastModifiedAt });
    await moveEntries(tx.db, changed);
    const companies = changed.filter((pair) => isCompany(pair.before) && isCompany(pair.after));
    const followers = await followCompanies(tx.db, companies, setup.flags, setup.references);
    const renamed = changed.filter((pair) => pair.before.fields.name !== pair.after.fields.name);
    if (renamed.length > 0)
      await forgetNames(
        tx.db,
        renamed.map((pair) => pair.before.fields.name),
      );
    await recordChanges(
      tx,
      changed,
      followers.map(({ no }) => no),
    );
    const followerIds = followers.map(({ id }) => id);
    await emit(tx, contactsWritten, { created: [], changed, followerIds, originPartyIds });
    await refreshRelations(tx.db, changed.filter(movesCompany), states);
  }
  const duplicates = areIndexedLater ? new Map() : await indexWritten(tx, { created: [], changed });
  const warnings = await warnOfVatNumbers(
    tx.db,
    changed.filter(changesVatNumber).map(({ after }) => after),
  );
  const numbers = await numbersOfCompanies(tx.db, revisions, states);
  return revisions.map(({ id, refusal }) => {
    if (refusal !== null) return { written: false, error: refusal };
    const state = states.get(id!)!;
    const companyNo = numbers.get(state.companyId ?? 0) ?? null;
    const contact = presentContact(state, companyNo, setup.references);
    return {
      written: true,
      id: state.id,
      contact,
      before: before.get(state.id)!.fields,
      warnings: warnings.get(state.id) ?? [],
      duplicates: duplicates.get(state.id) ?? [],
    };
  });
}

function isSame(before: ContactState, after: ContactState): boolean {
  return (
    before.no === after.no &&
    before.companyId === after.companyId &&
    isSameContact(before.fields, after.fields)
  );
}

function movesCompany({ before, after }: ChangedContact): boolean {
  return before.companyId !== after.companyId || before.fields.type !== after.fields.type;
}

/** What who heard of it made of the relations of people who changed their company (contacts §4.2, 5). */
async function refreshRelations(
  tx: Tx,
  moved: readonly ChangedContact[],
  states: Map<number, ContactState>,
): Promise<void> {
  if (moved.length === 0) return;
  const { rows } = await sql<Pick<ContactState, "id" | "businessRelation">>`
    select id, business_relation as "businessRelation" from contacts
     where id = any(${moved.map(({ after }) => after.id)}::bigint[])`.execute(tx);
  for (const { id, businessRelation } of rows) states.set(id, { ...states.get(id)!, businessRelation });
}

function isCompany({ fields }: ContactState): boolean {
  return fields.type === "company";
}

function changesVatNumber({ before, after }: ChangedContact): boolean {
  return before.fields.vatRegistrationNo !== after.fields.vatRegistrationNo;
}

/** A person's history stays with the company it leaves (contacts §4.2, 6). */
async function moveEntries(tx: Tx, changed: readonly ChangedContact[]): Promise<void> {
  const moved = changed.filter(
    ({ before, after }) => !isCompany(before) && !isCompany(after) && before.companyId !== after.companyId,
  );
  if (moved.length === 0) return;
  const people = sql`unnest(${moved.map(({ after }) => after.id)}::bigint[], ${moved.map(({ before }) => before.companyId)}::bigint[],
    ${moved.map(({ after }) => after.companyId)}::bigint[]) as m(person, previous, next)`;
  await sql`select move_entries_with_person(m.person, m.previous, m.next) from ${people}`.execute(tx);
  for (const table of ["tasks", "opportunities", "opportunity_entries"] as const)
    await sql`
      update ${sql.table(table)} r
         set contact_id = coalesce(m.previous, m.person), company_id = coalesce(m.previous, m.next),
             former_contact_id = case when m.previous is null then r.former_contact_id else m.person end
        from ${people}
       where r.contact_id = m.person and r.company_id is not distinct from m.previous`.execute(tx);
}

/** One entry for a single contact, one for a batch; the people who followed their company have one together. */
async function recordChanges(
  tx: TransactionContext,
  changed: readonly ChangedContact[],
  followers: readonly string[],
): Promise<void> {
  const { before, after } = changed[0]!;
  await recordChange(
    tx,
    changed.length === 1
      ? {
          action: "contact.changed",
          resource: "contacts",
          key: before.no,
          changes: changesOf(before, after, followers),
        }
      : {
          action: "contacts.changed",
          resource: "contacts",
          key: before.no,
          changes: { count: changed.length, nos: changed.map((pair) => pair.before.no), followers },
        },
  );
}

function changesOf(before: ContactState, after: ContactState, followers: readonly string[]) {
  return {
    ...differences(
      { no: before.no, companyId: before.companyId, ...before.fields },
      { no: after.no, companyId: after.companyId, ...after.fields },
    ),
    ...(followers.length > 0 && { followers }),
  };
}

/** Numbers of the companies that the answers name; read only where they were not at hand. */
async function numbersOfCompanies(
  tx: Tx,
  revisions: readonly Revision[],
  states: ContactStates,
): Promise<ReadonlyMap<number, string>> {
  const companyIds = revisions.flatMap(({ id, refusal }) => {
    const companyId = refusal === null && id !== null ? states.get(id)!.companyId : null;
    return companyId === null ? [] : [companyId];
  });
  const numbers = new Map(
    companyIds.flatMap((id) => (states.has(id) ? [[id, states.get(id)!.no] as const] : [])),
  );
  const missing = companyIds.filter((id) => !numbers.has(id));
  return new Map([...numbers, ...(await findContactNumbers(tx, missing))]);
}
