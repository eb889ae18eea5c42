import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import {
  type ChangedContact,
  contactImagesWritten,
  contactsDeleting,
  contactsErasing,
  contactsWritten,
} from "#contacts/index.ts";
import { on, type Subscription } from "#platform/events/events.ts";
import { marketingSetupChanged } from "#setup/index.ts";
import { setupFieldsOfKind } from "../party-fields.rules.ts";
import { partyKinds } from "../party-kinds.rules.ts";
import { recalculateRelations } from "../relations/recalculate.commands.ts";
import { followContacts, followPrimaryContacts, forgetPrimaryContacts } from "./follow-contacts.commands.ts";
import { followedFields } from "./sync.rules.ts";
import { forgetSyncValues } from "./sync-log.commands.ts";

const changesShared = ({ before, after }: ChangedContact) =>
  followedFields.some((field) => before.fields[field] !== after.fields[field]);
const movesCompany = ({ before, after }: ChangedContact) =>
  before.companyId !== after.companyId || before.fields.type !== after.fields.type;
const changesName = ({ before, after }: ChangedContact) => before.fields.name !== after.fields.name;
const idOf = ({ after }: ChangedContact) => after.id;

/** What parties do when contacts or the set-up change, in the same transaction. */
export const partySubscriptions: readonly Subscription[] = [
  on(contactsWritten, "parties", async (tx, { changed, followerIds, originPartyIds }) => {
    await recalculateRelations(tx.db, changed.filter(movesCompany).map(idOf));
    await followContacts(tx, {
      changedIds: changed.filter(changesShared).map(idOf),
      otherIds: followerIds,
      originPartyIds,
    });
    await followPrimaryContacts(tx.db, changed.filter(changesName).map(idOf), originPartyIds);
  }),
  on(contactImagesWritten, "parties", (tx, { ids, originPartyIds }) =>
    followContacts(tx, { changedIds: ids, otherIds: [], originPartyIds, changesImages: true }),
  ),
  on(contactsErasing, "log of synchronisation", (tx, { ids }) => forgetSyncValues(tx, ids)),
  on(contactsDeleting, "parties", (tx, { ids }) => forgetPrimaryContacts(tx.db, ids)),
  on(marketingSetupChanged, "parties", async (tx, { before, after }) => {
    const codes = partyKinds.flatMap((kind) => {
      const field = setupFieldsOfKind[kind].relationCode;
      return before[field] === after[field] ? [] : [before[field] ?? [], after[field] ?? []].flat();
    });
    await recalculateHoldersOf(tx.db, codes);
  }),
];

/** Whoever has a row of these codes is judged anew: what is reserved has changed. */
async function recalculateHoldersOf(tx: Tx, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const { rows } = await sql<{ id: number }>`
    select distinct r.contact_id as id from contact_business_relations r
      join business_relations b on b.id = r.business_relation_id
     where b.code = any(${[...new Set(codes)]}::text[])`.execute(tx);
  await recalculateRelations(
    tx,
    rows.map(({ id }) => id),
  );
}
