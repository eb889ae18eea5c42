/** What a party looks like after a request, and what is wrong with it (contacts §1.5). */

import {
  type ContactType,
  checkContactTexts,
  followLanguage,
  writeLocality,
} from "#contacts/contact.rules.ts";
import { followSearchName, joinName } from "#contacts/names.rules.ts";
import { checkVatRegistrationNo } from "#contacts/vat-number.rules.ts";
import type { FieldError } from "#platform/errors.ts";
import { refuseSalesperson, type SalespersonFlags } from "#salespeople/salespeople.rules.ts";
import {
  fieldsOfKind,
  newPartyFields,
  type PartyFields,
  type PartyReferenceField,
  type PartyTextField,
  partyReferenceFields,
  partyReferences,
} from "./party-fields.rules.ts";
import type { PartyKind } from "./party-kinds.rules.ts";

/** What a request writes, normalized: `undefined` is left alone, `null` is blank. */
export type PartyInput = {
  readonly [Field in PartyTextField | PartyReferenceField]?: string | null | undefined;
} & {
  readonly no?: string | null | undefined;
  readonly contactType?: ContactType | undefined;
  readonly privacyBlocked?: boolean | undefined;
  readonly primaryContactNo?: string | null | undefined;
  /** Of a picture that is stored already. */
  readonly imageNo?: number | null | undefined;
};

/** What the set-up says, as far as parties are written by it. */
export interface PartyFacts {
  /** Of the organisation's country where the party has none. */
  vatFormatsOf(countryCode: string | null): readonly string[];
  localeOf(languageCode: string): string | null;
  has(list: (typeof partyReferences)[PartyReferenceField], code: string): boolean;
  salesperson(code: string): SalespersonFlags | null;
}

/** A party after a request; `before` is `null` for a new one. Its contact and its primary contact are decided apart. */
export function writeParty(
  kind: PartyKind,
  before: PartyFields | null,
  input: PartyInput,
  facts: PartyFacts,
): { readonly fields: PartyFields; readonly errors: readonly FieldError[] } {
  const current = before ?? newPartyFields(kind);
  const fields = deriveParty(kind, current, input, facts);
  const errors = [
    ...checkContactTexts({
      phoneNo: input.phoneNo,
      mobilePhoneNo: input.mobilePhoneNo,
      email: input.email,
      registrationNo: input.registrationNo,
    }),
    ...checkChosen(current, input, facts),
  ];
  const changesVat =
    fields.vatRegistrationNo !== current.vatRegistrationNo || fields.countryCode !== current.countryCode;
  if (changesVat)
    errors.push(
      ...checkVatRegistrationNo(
        "vatRegistrationNo",
        fields.vatRegistrationNo,
        facts.vatFormatsOf(fields.countryCode),
      ),
    );
  return { fields, errors };
}

function deriveParty(
  kind: PartyKind,
  current: PartyFields,
  input: PartyInput,
  facts: PartyFacts,
): PartyFields {
  const own: PartyFields = {
    ...current,
    ...suppliedFields(kind, input),
    ...writeLocality(current, input),
    imageNo: input.imageNo === undefined ? current.imageNo : input.imageNo,
  };
  if (kind === "employee") return { ...own, name: nameOfEmployee(own) };
  const searchName =
    input.searchName ??
    (own.name === current.name
      ? current.searchName
      : followSearchName(current.searchName, current.name, own.name));
  const hasRegion = (fieldsOfKind[kind] as readonly string[]).includes("formatRegion");
  const formatRegion =
    hasRegion && own.languageCode !== null && input.languageCode !== undefined
      ? followLanguage(own.formatRegion, facts.localeOf(own.languageCode))
      : own.formatRegion;
  return { ...own, searchName, formatRegion };
}

/** The full name of an employee, made of its parts. */
export function nameOfEmployee({
  firstName,
  middleName,
  lastName,
}: Pick<PartyFields, "firstName" | "middleName" | "lastName">): string | null {
  return joinName({ firstName, middleName, surname: lastName });
}

function suppliedFields(kind: PartyKind, input: PartyInput): Partial<PartyFields> {
  return Object.fromEntries(
    fieldsOfKind[kind].filter((field) => input[field] !== undefined).map((field) => [field, input[field]]),
  );
}

/** `not_found` for codes that stand for nothing; a salesperson who is blocked is not newly chosen. */
function checkChosen(current: PartyFields, input: PartyInput, facts: PartyFacts): FieldError[] {
  return partyReferenceFields.flatMap((field): FieldError[] => {
    const code = input[field];
    if (code == null || code === current[field]) return [];
    const list = partyReferences[field];
    if (!facts.has(list, code)) return [{ path: field, code: "not_found" }];
    const salesperson = list === "salespeople" ? facts.salesperson(code) : null;
    const refusal = salesperson && refuseSalesperson(salesperson);
    return refusal ? [{ path: field, code: refusal, values: { salespersonCode: code } }] : [];
  });
}

/** Whether both hold the same values. */
export function isSameParty(before: PartyFields, after: PartyFields): boolean {
  return (Object.keys(after) as (keyof PartyFields)[]).every((field) => before[field] === after[field]);
}
