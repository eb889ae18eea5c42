/** What a party was invoiced or invoiced us (contacts §1.5). */

import type { FieldError } from "#platform/errors.ts";

export const entryDocumentTypes = ["invoice", "creditMemo", "other"] as const;
export type EntryDocumentType = (typeof entryDocumentTypes)[number];

/** Amounts as decimal text. */
export interface EntryAmounts {
  readonly documentType: EntryDocumentType;
  readonly amount: string;
  readonly discount: string;
}

/** An invoice is positive, a credit memo negative, for vendors too; a discount is never negative. */
export function checkEntryAmounts({ documentType, amount, discount }: EntryAmounts): FieldError[] {
  const errors: FieldError[] = [];
  const isNegative = (text: string) => text.startsWith("-") && /[1-9]/.test(text);
  const isPositive = (text: string) => !text.startsWith("-") && /[1-9]/.test(text);
  if (documentType === "invoice" && isNegative(amount))
    errors.push({ path: "amount", code: "party_entry_invoice_amount" });
  if (documentType === "creditMemo" && isPositive(amount))
    errors.push({ path: "amount", code: "party_entry_credit_memo_amount" });
  if (isNegative(discount)) errors.push({ path: "discount", code: "party_entry_discount" });
  return errors;
}
