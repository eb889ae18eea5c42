/** What an alternative address looks like after a request, and what is wrong with it (contacts §1.2). */

import type { FieldError } from "#platform/errors.ts";
import { writeLocality } from "../../contact.rules.ts";
import { checkSingleEmail } from "../../email.rules.ts";
import { checkPhone } from "../../phone.rules.ts";
import { completePostCode, type PostCode } from "../post-codes/post-code.rules.ts";
import type { AddressContent } from "./address-fields.ts";

export type SuppliedAddress = { readonly [Field in keyof AddressContent]?: string | null | undefined };

/** `postCodes`: the rows of the post-code list with the supplied post code. */
export function writeAddress(
  current: AddressContent,
  supplied: SuppliedAddress,
  postCodes: readonly PostCode[],
): { readonly content: AddressContent; readonly errors: readonly FieldError[] } {
  const given = Object.fromEntries(Object.entries(supplied).filter(([, value]) => value !== undefined));
  const locality = completePostCode(writeLocality(current, supplied), supplied, postCodes);
  const content: AddressContent = { ...current, ...given, ...locality };
  const errors = [
    ...checkPhone("phoneNo", supplied.phoneNo ?? null),
    ...checkPhone("mobilePhoneNo", supplied.mobilePhoneNo ?? null),
    ...checkSingleEmail("email", supplied.email ?? null),
  ];
  return { content, errors };
}

export type RangeRefusal = { readonly path: "endingDate"; readonly code: "alt_range_order" };

/** A range ends on the day it starts or later; `null` = fine. */
export function refuseRange(startingDate: string, endingDate: string | null): RangeRefusal | null {
  return endingDate !== null && startingDate > endingDate
    ? { path: "endingDate", code: "alt_range_order" }
    : null;
}
