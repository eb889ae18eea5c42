import { touchContacts } from "#contacts/index.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import type { Referred } from "#setup/index.ts";
import { partyKeyTaken } from "../party-errors.ts";
import { newPartyFields } from "../party-fields.rules.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import { drawPartyNumbers, refuseAutomaticNo, refuseManualNo } from "../party-numbers.ts";
import { insertParties } from "../party-rows.ts";
import {
  type KindSetup,
  loadKindSetup,
  lookUpPartyCodes,
  relationCodeMissing,
} from "../party-setup.queries.ts";
import { overwriteByContact } from "../sync/follow-contacts.commands.ts";
import { insertLinks } from "./link-rows.commands.ts";
import { recalculateRelations } from "./recalculate.commands.ts";

export interface NewParty {
  readonly id: number;
  readonly no: string;
}

/**
 * Makes parties of contacts in as many statements for a thousand as for one: numbers, links, and everything that both
 * have. The contacts are locked by the caller, who has looked for links that exist.
 *
 * @throws Conflict `setup_missing`, `manual_no`, `duplicate`
 */
export async function createPartiesOf(
  tx: TransactionContext,
  kind: PartyKind,
  contactIds: readonly number[],
  options: {
    readonly setup?: KindSetup;
    /** Gives the numbers; the set-up's unless said. */
    readonly series?: Referred<"number_series"> | null;
    /** The number of the only one. */
    readonly no?: string | null;
  } = {},
): Promise<readonly NewParty[]> {
  if (contactIds.length === 0) return [];
  const setup = options.setup ?? (await loadKindSetup(tx.db, kind));
  if (setup.relation === null) throw relationCodeMissing(kind);
  const series = options.series ?? setup.series;
  const wished = options.no ?? null;
  const refusal = wished === null ? refuseAutomaticNo(kind, series) : refuseManualNo(series);
  if (refusal) throw refusal;
  const firstId = await tx.keys.take("party", contactIds.length);
  const nos = wished === null ? await drawPartyNumbers(tx, kind, series!.id, contactIds.length) : [wished];
  const parties = nos.map((no, index) => ({
    id: firstId + index,
    kind,
    no,
    fields: newPartyFields(kind),
    primaryContactId: null,
    noSeriesId: wished === null ? series!.id : null,
  }));
  const inserted = await insertParties(tx.db, parties, await lookUpPartyCodes(tx.db, [], setup));
  const taken = parties.find(({ id }) => !inserted.has(id));
  if (taken) throw partyKeyTaken("no", taken.no);
  await insertLinks(tx.db, {
    kind,
    relationId: setup.relation.id,
    links: parties.map(({ id }, index) => ({ contactId: contactIds[index]!, partyId: id })),
  });
  await overwriteByContact(
    tx,
    parties.map(({ id }) => id),
  );
  await recalculateRelations(tx.db, contactIds);
  await touchContacts(tx.db, contactIds);
  return parties.map(({ id, no }) => ({ id, no }));
}
