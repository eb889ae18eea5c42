import { discardAttachments } from "#attachments/index.ts";
import { changeContacts, createContacts, findContactNumbers } from "#contacts/index.ts";
import type { ContactInput } from "#contacts/write-contact.rules.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { throwRefused, writtenOf } from "./outcomes.ts";
import type { DecidedDraft } from "./party-drafts.ts";
import { contactLinked, PartiesRefused, partyKeyTaken } from "./party-errors.ts";
import { blankParty, type PartyFields } from "./party-fields.rules.ts";
import { type PartyKind, resourceOfKind } from "./party-kinds.rules.ts";
import { insertParties, updateParties, type WrittenParty } from "./party-rows.ts";
import type { KindSetup, KnownCodes } from "./party-setup.queries.ts";
import type { KnownContact } from "./party-states.queries.ts";
import { insertLinks } from "./relations/link-rows.commands.ts";
import { recalculateRelations } from "./relations/recalculate.commands.ts";
import { carryImages, followParties } from "./sync/follow-parties.commands.ts";
import { newContactOf } from "./sync/sync.rules.ts";
import { isSameParty } from "./write-party.rules.ts";

interface Material {
  readonly setup: KindSetup;
  readonly codes: KnownCodes;
  readonly contacts: ReadonlyMap<number, KnownContact>;
}

export type PartyStatus = "created" | "changed" | "unchanged";

/**
 * Carries decided drafts out, step by step for all of them: new contacts and links, people who join or are created,
 * contacts that follow, and the parties themselves. Answers by place what was done.
 *
 * @throws PartiesRefused with everything that a step found impossible
 */
export async function carryOut(
  tx: TransactionContext,
  kind: PartyKind,
  drafts: readonly DecidedDraft[],
  material: Material,
): Promise<ReadonlyMap<number, PartyStatus>> {
  if (drafts.length === 0) return new Map();
  await createCompanies(tx, kind, drafts);
  await linkAll(tx, kind, drafts, material);
  await joinPeople(tx, drafts, material);
  await createPeople(tx, drafts, material);
  await followParties(tx, kind, drafts, material.contacts);
  return store(tx, kind, drafts, material);
}

/** Contacts made from new parties, or from those that get one by choosing a standalone person. */
async function createCompanies(
  tx: TransactionContext,
  kind: PartyKind,
  drafts: readonly DecidedDraft[],
): Promise<void> {
  const wanted = drafts.flatMap((draft) => {
    const { link, fields } = draft.plan;
    return link && "newContact" in link
      ? [{ draft, input: newContactOf(kind, link.newContact, fields) }]
      : [];
  });
  const outcomes = await createContacts(
    tx,
    wanted.map(({ input }) => input),
    { areFromParties: true },
  );
  throwRefused(wanted, outcomes);
  for (const [index, { draft }] of wanted.entries()) {
    const { id, duplicates } = writtenOf(outcomes[index]!);
    draft.contactId = id;
    draft.hasDuplicates = duplicates.length > 0;
    if (draft.plan.primary === "newContact") draft.primaryContactId = id;
  }
  const pictured = wanted.filter(({ draft }) => draft.plan.fields.imageNo !== null);
  await carryImages(
    tx,
    pictured.map(({ draft }) => ({ contactId: draft.contactId!, imageNo: draft.plan.fields.imageNo })),
    pictured.map(({ draft }) => draft.id),
  );
}

async function linkAll(
  tx: TransactionContext,
  kind: PartyKind,
  drafts: readonly DecidedDraft[],
  { setup, contacts }: Material,
): Promise<void> {
  const linking = drafts.filter(({ plan }) => plan.link !== null);
  if (linking.length === 0) return;
  for (const draft of linking) {
    const { link } = draft.plan;
    if (link && "contactId" in link) draft.contactId = link.contactId;
  }
  const links = linking.map(({ contactId, id }) => ({ contactId: contactId!, partyId: id }));
  const linked = await insertLinks(tx.db, { kind, relationId: setup.relation!.id, links });
  const refusals = linking
    .filter(({ contactId }) => !linked.has(contactId!))
    .map(({ index, contactId }) => {
      const no = contacts.get(contactId!)?.no ?? "";
      return [index, contactLinked(kind, no, setup.relation!.code)] as const;
    });
  if (refusals.length > 0) throw new PartiesRefused(new Map(refusals));
  await recalculateRelations(
    tx.db,
    links.map(({ contactId }) => contactId),
  );
}

/** Standalone people join the company that was just made for them, and inherit from it. */
async function joinPeople(
  tx: TransactionContext,
  drafts: readonly DecidedDraft[],
  { contacts }: Material,
): Promise<void> {
  const wanted = drafts.filter(({ plan }) => plan.joiningId !== null);
  if (wanted.length === 0) return;
  const nos = await numbersOf(tx, wanted);
  const outcomes = await changeContacts(
    tx,
    wanted.map(({ plan, contactId }) => ({
      no: contacts.get(plan.joiningId!)!.no,
      change: { companyNo: nos.get(contactId!)! },
    })),
  );
  throwRefused(
    wanted.map((draft) => ({ draft })),
    outcomes,
  );
}

/** People who were named at a party that had nobody to talk to. */
async function createPeople(
  tx: TransactionContext,
  drafts: readonly DecidedDraft[],
  { contacts }: Material,
): Promise<void> {
  const wanted = drafts.filter(({ plan }) => plan.newPerson !== null);
  if (wanted.length === 0) return;
  const nos = await numbersOf(tx, wanted);
  const outcomes = await createContacts(
    tx,
    wanted.map(({ plan, contactId }): ContactInput => {
      const isCompany = contacts.get(contactId!)?.type !== "person";
      return {
        type: "person",
        name: plan.newPerson,
        ...(isCompany && { companyNo: nos.get(contactId!)! }),
      };
    }),
    { areFromParties: true },
  );
  throwRefused(
    wanted.map((draft) => ({ draft })),
    outcomes,
  );
  for (const [index, draft] of wanted.entries()) draft.primaryContactId = writtenOf(outcomes[index]!).id;
}

async function store(
  tx: TransactionContext,
  kind: PartyKind,
  drafts: readonly DecidedDraft[],
  { setup, codes }: Material,
): Promise<ReadonlyMap<number, PartyStatus>> {
  const statuses = new Map(drafts.map((draft) => [draft.index, statusOf(draft)]));
  const created = drafts.filter(({ index }) => statuses.get(index) === "created");
  const changed = drafts.filter(({ index }) => statuses.get(index) === "changed");
  const inserted = await insertParties(
    tx.db,
    created.map((draft) =>
      rowOf(kind, draft, draft.request.input.no == null ? (setup.series?.id ?? null) : null),
    ),
    codes,
  );
  const taken = created.filter(({ id }) => !inserted.has(id));
  if (taken.length > 0)
    throw new PartiesRefused(new Map(taken.map(({ index, no }) => [index, partyKeyTaken("no", no)])));
  await updateParties(
    tx.db,
    changed.map((draft) => rowOf(kind, draft, draft.before!.noSeriesId)),
    codes,
  );
  await discardAttachments(
    tx,
    changed.map(({ before, plan }) =>
      before!.fields.imageNo === plan.fields.imageNo ? null : before!.fields.imageNo,
    ),
  );
  await audit(tx, kind, "created", created);
  await audit(tx, kind, "changed", changed);
  return statuses;
}

function statusOf({ before, plan, no, primaryContactId: primary }: DecidedDraft): PartyStatus {
  if (!before) return "created";
  const isSame =
    no === before.no &&
    isSameParty(before.fields, plan.fields) &&
    plan.link === null &&
    (primary ?? chosenId(plan.primary, before.primaryContactId)) === before.primaryContactId;
  return isSame ? "unchanged" : "changed";
}

function chosenId(primary: DecidedDraft["plan"]["primary"], unchanged: number | null): number | null {
  return typeof primary === "object" ? primary.id : unchanged;
}

function rowOf(kind: PartyKind, draft: DecidedDraft, noSeriesId: number | null): WrittenParty {
  const { id, no, plan, before, primaryContactId } = draft;
  return {
    id,
    kind,
    no,
    fields: plan.fields,
    primaryContactId: primaryContactId ?? chosenId(plan.primary, before?.primaryContactId ?? null),
    noSeriesId,
  };
}

/** One entry for a single party, one for a batch. */
async function audit(
  tx: TransactionContext,
  kind: PartyKind,
  what: "created" | "changed",
  drafts: readonly DecidedDraft[],
): Promise<void> {
  const [first] = drafts;
  if (!first) return;
  const resource = resourceOfKind[kind];
  const { before, plan } = first;
  const changes =
    drafts.length === 1
      ? {
          ...differences(
            { no: before?.no ?? null, ...(before?.fields ?? blankParty) },
            { no: first.no, ...plan.fields },
            ["imageNo"],
          ),
          ...imageChange(before?.fields ?? blankParty, plan.fields),
        }
      : { count: drafts.length, nos: drafts.map(({ no }) => no) };
  await recordChange(tx, {
    action: drafts.length === 1 ? `${kind}.${what}` : `${kind}s.${what}`,
    resource,
    key: before?.no ?? first.no,
    changes,
  });
}

/** Whether there was a picture and is one: its number says nothing. */
function imageChange(before: PartyFields, after: PartyFields) {
  return before.imageNo === after.imageNo ? {} : { image: [before.imageNo !== null, after.imageNo !== null] };
}

async function numbersOf(tx: TransactionContext, drafts: readonly DecidedDraft[]) {
  return findContactNumbers(
    tx.db,
    drafts.map(({ contactId }) => contactId!),
  );
}
