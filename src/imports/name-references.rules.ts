/** Which row of a set-up list a cell means: files name countries and salespeople, not their codes. */

/** Fields that refer to a row of set-up: files hold names where the API wants codes. */
export const namedFields = [
  "countryCode",
  "languageCode",
  "territoryCode",
  "currencyCode",
  "salespersonCode",
  "salutationCode",
  "organizationalLevelCode",
  "interactionTemplateCode",
  "campaignNo",
] as const;
export type NamedField = (typeof namedFields)[number];

/** A row of a set-up list that the text may mean. */
export interface NamedRow {
  /** Of a campaign its number. */
  readonly code: string;
  readonly label: string | null;
  /** Of a country its ISO code, of a language its locale, of a salesperson the e-mail. */
  readonly other: string | null;
}

/**
 * The code that a text stands for: the code itself, then the name, then the other key, each whatever the case;
 * `alias` is another way to write the other key, such as `FI` for "Suomi". `null` = nothing, or several.
 */
export function codeMeant(text: string, rows: readonly NamedRow[], alias: string | null): string | null {
  const wanted = fold(text);
  const byCode = rows.find(({ code }) => fold(code) === wanted);
  if (byCode) return byCode.code;
  return (
    only(rows.filter(({ label }) => fold(label) === wanted)) ??
    only(rows.filter(({ other }) => fold(other) === wanted)) ??
    (alias === null ? null : only(rows.filter(({ other }) => begins(fold(other), fold(alias)))))
  );
}

function only(rows: readonly NamedRow[]): string | null {
  return rows.length === 1 ? rows[0]!.code : null;
}

/** The alias itself, or a locale of the language it names. */
function begins(other: string, alias: string): boolean {
  return other === alias || other.startsWith(`${alias}-`);
}

function fold(text: string | null): string {
  return (text ?? "\0").trim().toLowerCase();
}
