import type { TextKey } from "#web/i18n.ts";
import {
  type BankAccount,
  type Customer,
  type customers,
  type Employee,
  partyContracts,
  type Vendor,
} from "../parties.contract.ts";
import { type PartyKind, partyKinds } from "../party-kinds.rules.ts";

/** A party of any kind: the fields that its kind has not are missing. */
export type Party = Partial<Customer & Omit<Vendor, keyof Customer>> &
  Partial<Omit<BankAccount & Employee, keyof Customer>> &
  Pick<
    Customer,
    | "no"
    | "name"
    | "contactNo"
    | "businessRelationCode"
    | "syncPolicy"
    | "image"
    | "version"
    | "lastModifiedAt"
  >;

/** The endpoints of a kind, in one shape for the four: paths and some fields differ. */
export function contractOf(kind: PartyKind): typeof customers {
  return partyContracts[kind] as unknown as typeof customers;
}

/** What one of the kind is called. */
export const kindKey = (kind: PartyKind): TextKey => `contacts.relations.${kind}`;
/** What many of the kind are called. */
export const titleKey = (kind: PartyKind): TextKey => `parties.titles.${kind}`;

export const kindChoices = partyKinds.map((value) => ({ value, labelKey: kindKey(value) }));

/** What a party is called; one without a name by its number. */
export function nameOf({ name, no }: Pick<Party, "name" | "no">): string {
  return name ?? no;
}

/** Resources whose answers are stale once parties, links or contacts that follow them were written. */
export const changedByParties: readonly string[] = [
  "customers",
  "vendors",
  "bank-accounts",
  "employees",
  "contacts",
  "business-relations",
  "sync-log",
  "audit-entries",
];
