/** How a letter to a contact begins (contacts §9, Salutation). */

export const salutationTypes = ["formal", "informal"] as const;
export type SalutationType = (typeof salutationTypes)[number];

export const nameParts = [
  "jobTitle",
  "firstName",
  "middleName",
  "surname",
  "initials",
  "companyName",
] as const;
/** A field of the contact that a formula can take in. */
export type NamePart = (typeof nameParts)[number];

/** The texts of the contact that formulas draw on. */
export type SalutedContact = { readonly [Part in NamePart]: string | null };

export interface FormulaText {
  /** With `%1` to `%5` where the names go. */
  readonly salutation: string | null;
  readonly name1: NamePart | null;
  readonly name2: NamePart | null;
  readonly name3: NamePart | null;
  readonly name4: NamePart | null;
  readonly name5: NamePart | null;
}

export interface SalutationFormula extends FormulaText {
  readonly salutationType: SalutationType;
  /** `null`: no particular language. */
  readonly languageCode: string | null;
}

const longestSalutation = 260;

/** The formula's text with the contact's names in it: no gap where a name is blank, none before punctuation. */
export function composeSalutation(formula: FormulaText, contact: SalutedContact): string {
  const parts = [formula.name1, formula.name2, formula.name3, formula.name4, formula.name5].map(
    (name) => (name === null ? null : contact[name]) ?? "",
  );
  const withoutGaps = parts.reduce(
    (text, part, index) => (part === "" ? text.replace(`%${index + 1} `, "") : text),
    formula.salutation ?? "",
  );
  // All at once: a name that happens to contain "%2" stays as it is.
  const filled = withoutGaps.replace(/%([1-5])/g, (_, position: string) => parts[Number(position) - 1]!);
  return [...filled]
    .slice(0, longestSalutation)
    .join("")
    .replace(/ {2,}/g, " ")
    .replace(/ +(?=[,.;:!?])/g, "")
    .trim();
}

export type SalutationDecision =
  | { readonly found: true; readonly text: string }
  | { readonly found: false; readonly because: "salutation_formula_missing" };

/**
 * The salutation of that type and language, from the formulas of the contact's salutation code.
 * Missing where there is no such formula, or one without a text.
 */
export function decideSalutation(
  formulas: readonly SalutationFormula[],
  wanted: { readonly salutationType: SalutationType; readonly languageCode: string | null },
  contact: SalutedContact,
): SalutationDecision {
  const formula = formulas.find(
    ({ salutationType, languageCode }) =>
      salutationType === wanted.salutationType && languageCode === wanted.languageCode,
  );
  return formula?.salutation
    ? { found: true, text: composeSalutation(formula, contact) }
    : { found: false, because: "salutation_formula_missing" };
}

/**
 * The same, but where the language has none that of no particular language, else that of the organisation (contacts
 * B7). Answers which one it was.
 */
export function decideSalutationWithFallback(
  formulas: readonly SalutationFormula[],
  wanted: { readonly salutationType: SalutationType; readonly languageCode: string | null },
  contact: SalutedContact,
  organisationLanguageCode: string | null,
): SalutationDecision & { readonly languageCode: string | null } {
  for (const languageCode of [wanted.languageCode, null, organisationLanguageCode]) {
    const decision = decideSalutation(formulas, { ...wanted, languageCode }, contact);
    if (decision.found) return { ...decision, languageCode };
  }
  return { found: false, because: "salutation_formula_missing", languageCode: wanted.languageCode };
}

/**
 * In which language a letter begins: the one that is asked for, else the contact's, else that of merge fields
 * (interactions §10.2).
 *
 * @param asked `undefined` leaves it to the contact; `null` is none in particular
 */
export function salutationLanguage(
  asked: string | null | undefined,
  contactLanguageCode: string | null,
  mergeFieldLanguageCode: string | null,
): string | null {
  return asked === undefined ? (contactLanguageCode ?? mergeFieldLanguageCode) : asked;
}

/** The language of the set-up list that is the organisation's own: the first whose locale begins with it. */
export function organisationLanguage(
  languages: readonly { readonly code: string; readonly locale: string | null }[],
  language: string,
): string | null {
  const own = languages.filter(({ locale }) => locale?.split("-")[0]?.toLowerCase() === language);
  return own.map(({ code }) => code).sort()[0] ?? null;
}
