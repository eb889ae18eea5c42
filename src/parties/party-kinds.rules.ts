/** The four kinds of parties (contacts §1.5); apart, because the navigation needs no more of them. */

export const partyKinds = ["customer", "vendor", "bankAccount", "employee"] as const;
export type PartyKind = (typeof partyKinds)[number];

/** Plural kebab-case, as in the address. */
export const resourceOfKind = {
  customer: "customers",
  vendor: "vendors",
  bankAccount: "bank-accounts",
  employee: "employees",
} as const satisfies Record<PartyKind, string>;
