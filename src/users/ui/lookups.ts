import { listSalespeople } from "#salespeople/salespeople.contract.ts";
import { listUsers } from "#users/users.contract.ts";
import { lookupOf } from "#web/fields/lookup.ts";

/** Salespeople who may be chosen. */
export const salespersonSource = lookupOf(listSalespeople, {
  query: { blocked: "false", privacyBlocked: "false" },
  option: ({ code, name }) => ({ value: code, label: name ?? code }),
});

export const userSource = lookupOf(listUsers, {
  query: { disabled: "false" },
  option: ({ userName, fullName }) => ({ value: userName, label: fullName }),
});
