/** Where a letter to a contact goes on a day (contacts §9, postal address). */

import { comparedAddressFields } from "../../defaults.rules.ts";

/** A place to deliver to. */
export interface Place {
  readonly address: string | null;
  readonly address2: string | null;
  readonly postCode: string | null;
  readonly city: string | null;
  readonly county: string | null;
  readonly countryCode: string | null;
}

export interface AlternativePlace extends Place {
  readonly code: string;
  readonly companyName: string | null;
  readonly companyName2: string | null;
}

interface NamedPlace extends Place {
  readonly name: string | null;
  readonly name2: string | null;
}

export interface PostalFacts {
  readonly contact: NamedPlace;
  /** The alternative address of the interaction or segment line; without such a record the one active on the day. */
  readonly alternative: AlternativePlace | null;
  /** Of a person: its company, and the company's alternative address active on the day. */
  readonly company: (NamedPlace & { readonly alternative: AlternativePlace | null }) | null;
  /** Marketing set-up. */
  readonly inheritAddress: boolean;
}

export interface PostalChoice extends NamedPlace {
  readonly source: "alternative" | "companyAlternative" | "company" | "own";
  readonly altAddressCode: string | null;
  readonly companyName: string | null;
  readonly companyName2: string | null;
}

/** The first of the four cases that fits. */
export function choosePostalAddress(facts: PostalFacts): PostalChoice {
  const { contact, alternative, company, inheritAddress } = facts;
  const { name, name2 } = contact;
  if (alternative !== null) return { ...at(alternative), source: "alternative", name, name2 };
  if (company === null)
    return { ...contact, source: "own", altAddressCode: null, companyName: null, companyName2: null };
  const sharesAddress = comparedAddressFields.every((field) => contact[field] === company[field]);
  if (company.alternative !== null && inheritAddress && sharesAddress)
    return { ...at(company.alternative), source: "companyAlternative", name, name2 };
  return {
    ...contact,
    source: "company",
    altAddressCode: null,
    companyName: company.name,
    companyName2: company.name2,
  };
}

function at({ code, ...place }: AlternativePlace) {
  return { ...place, altAddressCode: code };
}

export type AddressFormat =
  | "postCodeCity"
  | "cityPostCode"
  | "cityCountyPostCode"
  | "blankLinePostCodeCity"
  | null;

/**
 * The lines of an envelope. `format` is that of the country, `country` its name, blank for a letter that stays in the
 * country. Blank lines are left out, but for the one the format asks for; so is a name that repeats the line above.
 */
export function envelopeLines(
  choice: PostalChoice,
  { format, country }: { readonly format: AddressFormat; readonly country: string | null },
): readonly string[] {
  const { companyName, companyName2, name, name2, address, address2 } = choice;
  const names = [companyName, companyName2, name, name2].filter((line) => line !== null);
  const street = [address, address2].filter((line) => line !== null);
  const place = placeLines(choice, format);
  const gap = format === "blankLinePostCodeCity" && place.length > 0 ? [""] : [];
  return [
    ...names.filter((line, index) => line !== names[index - 1]),
    ...street,
    ...gap,
    ...place,
    ...(country === null ? [] : [country]),
  ];
}

function placeLines({ postCode, city, county }: Place, format: AddressFormat): string[] {
  const joined = (...parts: readonly (string | null)[]) => parts.filter((part) => part !== null).join(" ");
  const lines =
    format === "cityCountyPostCode"
      ? [joined([city, county].filter((part) => part !== null).join(", ") || null, postCode)]
      : format === "cityPostCode"
        ? [joined(city, postCode), county]
        : [joined(postCode, city), county];
  return lines.filter((line): line is string => line !== null && line !== "");
}
