import type { contactFieldLengths } from "../contact.rules.ts";

/** Search strings: short keys of single fields, by which companies are found to be alike (contacts §5). Pure. */

/** The fields of a company that search strings can be made of, in the order people see them. */
export const searchFields = [
  "name",
  "name2",
  "searchName",
  "address",
  "address2",
  "postCode",
  "city",
  "county",
  "phoneNo",
  "mobilePhoneNo",
  "extensionNo",
  "pager",
  "faxNo",
  "telexNo",
  "telexAnswerBack",
  "email",
  "email2",
  "homePage",
  "vatRegistrationNo",
  "registrationNo",
  "externalId",
] as const satisfies readonly (keyof typeof contactFieldLengths)[];
export type SearchField = (typeof searchFields)[number];

export const searchParts = ["first", "last"] as const;
export type SearchPart = (typeof searchParts)[number];

export const shortestString = 2;
export const longestString = 10;
export const defaultStringLength = 5;

/** A row of the set-up: which end of which field, and how many characters of it. */
export interface SearchStringRow {
  readonly field: SearchField;
  readonly part: SearchPart;
  readonly length: number;
}

const defaultFields: readonly SearchField[] = [
  "name",
  "address",
  "city",
  "phoneNo",
  "vatRegistrationNo",
  "postCode",
  "email",
  "mobilePhoneNo",
];

/** What "restore defaults" gives: 16 rows. */
export const defaultRows: readonly SearchStringRow[] = defaultFields.flatMap((field) =>
  searchParts.map((part) => ({ field, part, length: defaultStringLength })),
);

/** Every blank of Unicode, and the signs that do not tell companies apart. */
const ignored = /[\p{White_Space}+"&/,.;:\-_(){}#!£$\\]/gu;

/** Capitals that came with Unicode 11 to 17: a database with an older ICU does not know them, so nobody uses them. */
const lateCapitals =
  /[\u1c89\u1c90-\u1cba\u1cbd-\u1cbf\u2c2f\ua7b8\ua7ba\ua7bc\ua7be\ua7c0\ua7c2\ua7c4-\ua7c7\ua7c9\ua7cb\ua7cc\ua7ce\ua7d0\ua7d2\ua7d4\ua7d6\ua7d8\ua7da\ua7dc\ua7f5\u{10570}-\u{1057a}\u{1057c}-\u{1058a}\u{1058c}-\u{10592}\u{10594}-\u{10595}\u{10d50}-\u{10d65}\u{16e40}-\u{16e5f}\u{16ea0}-\u{16eb8}]/gu;

/**
 * The string of a field's value, `null` of a blank one. The same as `search_string_of(search_text_of(value), part,
 * length)` in the database; characters are code points.
 */
export function searchStringOf(
  value: string | null,
  { part, length }: Pick<SearchStringRow, "part" | "length">,
): string | null {
  const characters = [...(value ?? "").replace(ignored, "")];
  const kept = part === "first" ? characters.slice(0, length) : characters.slice(-length);
  return (
    kept
      .join("")
      .toUpperCase()
      .replace(lateCapitals, (capital) => capital.toLowerCase()) || null
  );
}

/** How many strings two companies must share to be a pair: all rows count, also those blank for a company. */
export function neededHits(rowCount: number, searchHitPercent: number): number {
  // In whole numbers: 0.07 times 100 is more than 7 in floating point.
  return Math.max(1, Math.ceil((rowCount * searchHitPercent) / 100));
}

/** Which of the strings two companies share, row by row. */
export function compareStrings<Row extends SearchStringRow>(
  rows: readonly Row[],
  one: Readonly<Record<SearchField, string | null>>,
  other: Readonly<Record<SearchField, string | null>>,
): { row: Row; string: string | null; duplicateString: string | null; isHit: boolean }[] {
  return rows.map((row) => {
    const string = searchStringOf(one[row.field], row);
    const duplicateString = searchStringOf(other[row.field], row);
    return { row, string, duplicateString, isHit: string !== null && string === duplicateString };
  });
}

/** The rows in the order people see them: by field, the beginning before the end. */
export function inOrder<Row extends Pick<SearchStringRow, "field" | "part">>(rows: readonly Row[]): Row[] {
  const place = ({ field, part }: Row) => searchFields.indexOf(field) * 2 + searchParts.indexOf(part);
  return rows.toSorted((a, b) => place(a) - place(b));
}
