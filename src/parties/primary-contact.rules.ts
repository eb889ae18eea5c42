/** Who is talked to at a customer or vendor, and which contact the party gets by it (contacts §6.5, 6.6). */

import type { ContactType } from "#contacts/contact.rules.ts";
import { hasPrimaryContact, type PartyFields } from "./party-fields.rules.ts";
import type { PartyKind } from "./party-kinds.rules.ts";

/** A contact that is to become the primary contact. */
export interface PrimaryCandidate {
  readonly id: number;
  readonly type: ContactType;
  /** Of a company its own. */
  readonly companyId: number | null;
  readonly name: string | null;
  readonly phoneNo: string | null;
  readonly mobilePhoneNo: string | null;
  readonly email: string | null;
  /** Of its picture. */
  readonly imageNo: number | null;
  /** The contact or its company. */
  readonly privacyBlocked: boolean;
  /** Of its company: no row of this kind, one that waits for its party, or the number of the party that it is linked to. */
  readonly companyLink: "none" | "waiting" | { readonly partyNo: string };
}

export interface PartyBefore {
  readonly fields: PartyFields;
  readonly primaryContactId: number | null;
}

export interface PlanFacts {
  readonly kind: PartyKind;
  /** `null`: the party is new. */
  readonly before: PartyBefore | null;
  /** The party after the request. */
  readonly after: PartyFields;
  /** The request writes the name of the person to talk to. */
  readonly writesContactName: boolean;
  /** `undefined`: the request says nothing about it. */
  readonly wish: PrimaryCandidate | null | undefined;
  /** The contact that the party is linked to. */
  readonly contact: { readonly id: number; readonly type: ContactType } | null;
  /** The code of linked rows of this kind is set up. */
  readonly isSynchronized: boolean;
}

/** Where the primary contact comes from. */
export type PrimarySource = "unchanged" | "newContact" | "newPerson" | { readonly id: number | null };

export interface PartyPlan {
  readonly fields: PartyFields;
  /** The contact that the party gets linked to: one that exists, or a new one of this type made from the party. */
  readonly link: null | { readonly contactId: number } | { readonly newContact: ContactType };
  /** A standalone person who joins the new company. */
  readonly joiningId: number | null;
  /** Name of a person to create at the linked contact. */
  readonly newPerson: string | null;
  readonly primary: PrimarySource;
}

export type PlanDecision =
  | { readonly allowed: true; readonly plan: PartyPlan }
  | {
      readonly allowed: false;
      readonly because: "setup_missing" | "party_contact_not_related" | "contact_privacy_blocked";
    }
  | { readonly allowed: false; readonly because: "relation_contact_linked"; readonly partyNo: string };

/** Decides about link, primary contact and the name of the person to talk to. */
export function planParty(facts: PlanFacts): PlanDecision {
  const { kind, after, wish, before, contact } = facts;
  if (!hasPrimaryContact(kind)) return allow({ ...noChange(after), link: contactOfNew(facts) });
  if (wish === undefined || (wish === null && before === null)) return allow(planWithoutWish(facts));
  if (wish === null) {
    const contactName = facts.writesContactName ? after.contactName : null;
    return allow({ ...noChange({ ...after, contactName }), primary: { id: null } });
  }
  if (after.contactType === "person") {
    const plan = chooseOne(after, wish);
    return allow(contact === null ? { ...plan, link: contactOfNew(facts) } : plan);
  }
  return contact === null ? planUnlinked(facts, wish) : planLinked(after, wish, contact.id);
}

const allow = (plan: PartyPlan): PlanDecision => ({ allowed: true, plan });

function noChange(fields: PartyFields): PartyPlan {
  return { fields, link: null, joiningId: null, newPerson: null, primary: "unchanged" };
}

/** A new party gets a contact made from it, unless its kind is not synchronized; employees never do. */
function contactOfNew({ kind, before, after, isSynchronized }: PlanFacts): PartyPlan["link"] {
  if (before !== null || !isSynchronized || kind === "employee") return null;
  return { newContact: after.contactType ?? "company" };
}

function planWithoutWish(facts: PlanFacts): PartyPlan {
  const { before, after, contact, isSynchronized, writesContactName } = facts;
  const link = contactOfNew(facts);
  const plan = { ...noChange(after), link };
  if (link !== null && "newContact" in link && link.newContact === "person")
    return { ...plan, fields: { ...after, contactName: after.name }, primary: "newContact" };

  const hadNobody =
    before === null || (before.fields.contactName === null && before.primaryContactId === null);
  const isLinked = link !== null || (contact !== null && isSynchronized);
  if (writesContactName && after.contactName !== null && hadNobody && isLinked)
    return { ...plan, newPerson: after.contactName, primary: "newPerson" };

  const isOwnContact = contact !== null && before?.primaryContactId === contact.id;
  if (after.contactType === "person" && isOwnContact && contact.type === "person")
    return { ...plan, fields: { ...after, contactName: after.name } };
  return plan;
}

/** Whoever is chosen: a person gives its name, a company its phones, its e-mail and its picture. */
function chooseOne(after: PartyFields, wish: PrimaryCandidate): PartyPlan {
  const fields: PartyFields =
    wish.type === "person"
      ? { ...after, contactName: wish.name }
      : {
          ...after,
          contactName: null,
          phoneNo: wish.phoneNo ?? after.phoneNo,
          mobilePhoneNo: wish.mobilePhoneNo ?? after.mobilePhoneNo,
          email: wish.email ?? after.email,
          imageNo: wish.imageNo ?? after.imageNo,
        };
  return { ...noChange(fields), primary: { id: wish.id } };
}

function planLinked(after: PartyFields, wish: PrimaryCandidate, contactId: number): PlanDecision {
  if (wish.companyId !== contactId) return { allowed: false, because: "party_contact_not_related" };
  return allow(chooseOne(after, wish));
}

/** Choosing somebody for a party without contact links it to the contact's company. */
function planUnlinked(facts: PlanFacts, wish: PrimaryCandidate): PlanDecision {
  if (wish.type === "company") return { allowed: false, because: "party_contact_not_related" };
  if (!facts.isSynchronized) return { allowed: false, because: "setup_missing" };
  if (wish.privacyBlocked) return { allowed: false, because: "contact_privacy_blocked" };
  const plan = chooseOne(facts.after, wish);
  if (wish.companyId === null) return allow({ ...plan, link: { newContact: "company" }, joiningId: wish.id });
  if (typeof wish.companyLink === "object")
    return { allowed: false, because: "relation_contact_linked", partyNo: wish.companyLink.partyNo };
  return allow({ ...plan, link: { contactId: wish.companyId } });
}

/**
 * A party that has no contact gets one made from it (contacts §6.7): whoever is named there is created as a person and
 * talked to, else the new contact itself.
 */
export function planContactOf(kind: PartyKind, { fields, primaryContactId }: PartyBefore): PartyPlan {
  const type = fields.contactType ?? "company";
  const plan: PartyPlan = { ...noChange(fields), link: { newContact: type } };
  if (!hasPrimaryContact(kind) || primaryContactId !== null) return plan;
  if (type === "person")
    return { ...plan, fields: { ...fields, contactName: fields.name }, primary: "newContact" };
  if (fields.contactName === null) return { ...plan, primary: "newContact" };
  return { ...plan, newPerson: fields.contactName, primary: "newPerson" };
}
