/** Names of companies and persons (contacts §3.1). */

import { cutText, normalizeCode, normalizeText } from "#platform/text.rules.ts";
import { type ContactType, contactFieldLengths } from "./contact.rules.ts";

export interface NameParts {
  readonly firstName: string | null;
  readonly middleName: string | null;
  readonly surname: string | null;
}

export interface ContactNames extends NameParts {
  readonly name: string | null;
  readonly searchName: string | null;
  readonly companyName: string | null;
}

/** What a request writes; `undefined` is left alone. */
export interface SuppliedNames {
  readonly name?: string | null | undefined;
  readonly searchName?: string | null | undefined;
  readonly firstName?: string | null | undefined;
  readonly middleName?: string | null | undefined;
  readonly surname?: string | null | undefined;
}

export const noNames: ContactNames = {
  name: null,
  searchName: null,
  companyName: null,
  firstName: null,
  middleName: null,
  surname: null,
};

/** "Maria del Carmen Ruiz" → first "Maria del", middle "Carmen", surname "Ruiz"; each part cut to 30. */
export function splitName(name: string | null): NameParts {
  const words = (normalizeText(name) ?? "").split(/\s+/u).filter((word) => word !== "");
  const surname = words.length >= 2 ? words.pop() : undefined;
  const middleName = words.length >= 2 ? words.pop() : undefined;
  return {
    firstName: namePart(words.join(" ")),
    middleName: namePart(middleName),
    surname: namePart(surname),
  };
}

function namePart(text: string | undefined): string | null {
  return normalizeText(cutText(text ?? "", contactFieldLengths.firstName));
}

/** The non-blank parts in the order first, middle, surname. */
export function joinName(parts: NameParts): string | null {
  const written = [parts.firstName, parts.middleName, parts.surname].map(normalizeText);
  return normalizeText(written.filter((part) => part !== null).join(" "));
}

/** The upper-cased name as long as nobody chose a search name of their own. */
export function followSearchName(
  searchName: string | null,
  previousName: string | null,
  newName: string | null,
): string | null {
  const isFollowing = searchName === null || searchName === searchNameOf(previousName);
  return isFollowing ? searchNameOf(newName) : searchName;
}

function searchNameOf(name: string | null): string | null {
  const code = normalizeCode(name);
  return code === null ? null : cutText(code, contactFieldLengths.searchName);
}

/**
 * All names after a request. A name written on a person is split; written parts make the name, and win over a
 * name in the same request; a company's name is its company name; the search name follows unless supplied.
 */
export function writeNames(type: ContactType, current: ContactNames, supplied: SuppliedNames): ContactNames {
  const named = type === "person" ? writePersonName(current, supplied) : writeCompanyName(current, supplied);
  const followed =
    named.name === current.name
      ? current.searchName
      : followSearchName(current.searchName, current.name, named.name);
  return { ...named, searchName: normalizeCode(supplied.searchName) ?? followed };
}

function writeCompanyName(current: ContactNames, supplied: SuppliedNames): ContactNames {
  const name = supplied.name === undefined ? current.name : normalizeText(supplied.name);
  return { ...current, name, companyName: name };
}

function writePersonName(current: ContactNames, supplied: SuppliedNames): ContactNames {
  if (writesPart(current, supplied)) {
    const parts = {
      firstName: supplied.firstName === undefined ? current.firstName : normalizeText(supplied.firstName),
      middleName: supplied.middleName === undefined ? current.middleName : normalizeText(supplied.middleName),
      surname: supplied.surname === undefined ? current.surname : normalizeText(supplied.surname),
    };
    return { ...current, ...parts, name: joinName(parts) };
  }
  if (supplied.name === undefined) return current;
  const name = normalizeText(supplied.name);
  return { ...current, name, ...splitName(name) };
}

/** A blank part where there was none says nothing: forms and imports send all their fields. */
function writesPart(current: ContactNames, supplied: SuppliedNames): boolean {
  return (["firstName", "middleName", "surname"] as const).some((part) => {
    const value = supplied[part];
    return value !== undefined && (normalizeText(value) !== null || current[part] !== null);
  });
}
