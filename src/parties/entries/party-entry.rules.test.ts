import { expect, test } from "vitest";
import { checkEntryAmounts } from "./party-entry.rules.ts";

test.for([
  ["invoice", "100", "0", []],
  ["invoice", "0", "5.5", []],
  ["invoice", "-0.01", "0", ["party_entry_invoice_amount"]],
  ["creditMemo", "-100", "0", []],
  ["creditMemo", "-0", "0", []],
  ["creditMemo", "0.5", "0", ["party_entry_credit_memo_amount"]],
  ["other", "-7", "0", []],
  ["other", "7", "-1", ["party_entry_discount"]],
] as const)("%s of %s with discount %s: %j", ([documentType, amount, discount, codes]) => {
  expect(checkEntryAmounts({ documentType, amount, discount }).map(({ code }) => code)).toEqual(codes);
});
