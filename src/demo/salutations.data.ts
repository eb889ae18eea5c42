import type { BilingualRow } from "./bilingual.ts";
import type { DemoSalutationFormula, NamePart } from "./demo.types.ts";

export const salutationRows: readonly BilingualRow[] = [
  ["PERSON", "Person by first name and surname", "Henkilö, etunimi ja sukunimi"],
  ["MS", "Woman", "Nainen"],
  ["MR", "Man", "Mies"],
  ["COMPANY", "Company", "Yritys"],
];

/** Formulas of each salutation (contacts §9); those without a language serve every other language. */
export const salutationFormulas: Record<string, readonly DemoSalutationFormula[]> = {
  PERSON: [
    formula("FI", "formal", "Hyvä %1 %2", "firstName", "surname"),
    formula("FI", "informal", "Hei %1", "firstName"),
    formula("EN", "formal", "Dear %1 %2", "firstName", "surname"),
    formula("EN", "informal", "Hello %1", "firstName"),
    formula("SV", "formal", "Bästa %1 %2", "firstName", "surname"),
    formula("SV", "informal", "Hej %1", "firstName"),
    formula(null, "formal", "Dear %1 %2", "firstName", "surname"),
    formula(null, "informal", "Hello %1", "firstName"),
  ],
  MS: titled("Hyvä rouva %1", "Dear Ms %1", "Bästa fru %1"),
  MR: titled("Hyvä herra %1", "Dear Mr %1", "Bästa herr %1"),
  COMPANY: [
    formula("FI", "formal", "Hyvä vastaanottaja"),
    formula("FI", "informal", "Hei %1", "companyName"),
    formula("EN", "formal", "Dear Sir or Madam"),
    formula("EN", "informal", "Hello %1", "companyName"),
    formula("SV", "formal", "Bästa mottagare"),
    formula("SV", "informal", "Hej %1", "companyName"),
    formula(null, "formal", "Dear Sir or Madam"),
    formula(null, "informal", "Hello %1", "companyName"),
  ],
};

function titled(fi: string, en: string, sv: string): DemoSalutationFormula[] {
  return [
    formula("FI", "formal", fi, "surname"),
    formula("FI", "informal", "Hei %1", "firstName"),
    formula("EN", "formal", en, "surname"),
    formula("EN", "informal", "Hello %1", "firstName"),
    formula("SV", "formal", sv, "surname"),
    formula("SV", "informal", "Hej %1", "firstName"),
  ];
}

function formula(
  languageCode: string | null,
  salutationType: DemoSalutationFormula["salutationType"],
  salutation: string,
  name1: NamePart | null = null,
  name2: NamePart | null = null,
): DemoSalutationFormula {
  return { languageCode, salutationType, salutation, name1, name2, name3: null, name4: null, name5: null };
}
