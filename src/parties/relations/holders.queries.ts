import type { TransactionContext } from "#platform/db/transaction.ts";
import { Conflict, NotFound } from "#platform/errors.ts";
import { contactLinked } from "../party-errors.ts";
import type { PartyKind } from "../party-kinds.rules.ts";
import { type KindSetup, loadKindSetup, relationCodeMissing } from "../party-setup.queries.ts";
import { findKindRows, type KnownContact, lockContacts } from "../party-states.queries.ts";
import { decideHolder } from "./create-as.rules.ts";
import { getFoundContact } from "./relations.queries.ts";

/** The contact that gets the linked row, locked, and what the set-up says about the kind. */
export interface Holder {
  readonly holder: KnownContact;
  readonly setup: KindSetup;
  readonly relation: NonNullable<KindSetup["relation"]>;
}

/**
 * Finds and locks the contact that is, or whose company is, to be linked to a party of the kind (contacts §6.3, 6.4).
 *
 * @throws NotFound `contact_not_found`; Conflict `setup_missing`, `contact_privacy_blocked`, `contact_company_required`,
 * `contact_person_only`, `relation_contact_linked`
 */
export async function lockHolder(tx: TransactionContext, kind: PartyKind, no: string): Promise<Holder> {
  const found = await getFoundContact(tx.db, no);
  const contacts = await lockContacts(tx.db, [found.id, found.companyId ?? found.id]);
  const contact = contacts.get(found.id);
  if (!contact) throw new NotFound("contact_not_found", { no });
  if (contact.companyId !== found.companyId) throw new Conflict("concurrent_change");
  const company =
    contact.type === "person" && contact.companyId !== null
      ? (contacts.get(contact.companyId) ?? null)
      : null;
  const setup = await loadKindSetup(tx.db, kind);
  if (setup.relation === null) throw relationCodeMissing(kind);

  // An employee is the person itself, whatever its company is; the others are the company's, or the person's own.
  const asked = kind === "employee" || company === null ? [contact.id] : [contact.id, company.id];
  const rows = await findKindRows(tx.db, kind, asked);
  const linked = asked.map((id) => rows.get(id)).find((row) => row && row.partyId !== null);
  const decision = decideHolder({
    kind,
    contact,
    company,
    linkedPartyNo: linked ? (linked.partyNo ?? "") : null,
  });
  if (decision.allowed) {
    return { holder: contacts.get(decision.holderId)!, setup, relation: setup.relation };
  }
  if (decision.because === "relation_contact_linked")
    throw contactLinked(kind, contacts.get(linked!.contactId)!.no, decision.partyNo);
  const values = { contactNo: no };
  throw new Conflict(decision.because, values, [{ path: "contactNo", code: decision.because, values }]);
}
