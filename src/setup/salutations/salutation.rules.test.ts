import { describe, expect, test } from "vitest";
import {
  composeSalutation,
  decideSalutation,
  decideSalutationWithFallback,
  type FormulaText,
  organisationLanguage,
  type SalutationFormula,
  type SalutedContact,
} from "./salutation.rules.ts";

function aContact(values: Partial<SalutedContact> = {}): SalutedContact {
  return {
    jobTitle: null,
    firstName: null,
    middleName: null,
    surname: null,
    initials: null,
    companyName: null,
    ...values,
  };
}

function aText(salutation: string | null, ...names: FormulaText["name1"][]): FormulaText {
  const [name1 = null, name2 = null, name3 = null, name4 = null, name5 = null] = names;
  return { salutation, name1, name2, name3, name4, name5 };
}

describe("the text of a salutation", () => {
  const formula = aText("Dear %1 %2 %3,", "jobTitle", "firstName", "surname");

  test.each([
    [{ jobTitle: "Dr.", firstName: "Anna", surname: "Berg" }, "Dear Dr. Anna Berg,"],
    [{ firstName: "Anna", surname: "Berg" }, "Dear Anna Berg,"],
    [{ jobTitle: "Dr.", firstName: "Anna" }, "Dear Dr. Anna,"],
    [{}, "Dear,"],
  ])("of %j leaves no gap", (names, expected) => {
    expect(composeSalutation(formula, aContact(names))).toBe(expected);
  });

  test("takes every name part there is", () => {
    const all = aText("%1|%2|%3|%4|%5", "middleName", "initials", "companyName", "surname", "firstName");

    const text = composeSalutation(
      all,
      aContact({
        middleName: "Marie",
        initials: "IMH",
        companyName: "Alfa",
        surname: "Holm",
        firstName: "Ida",
      }),
    );

    expect(text).toBe("Marie|IMH|Alfa|Holm|Ida");
  });

  test("deletes only the first gap of a blank name", () => {
    expect(composeSalutation(aText("%1 and %1 !", "firstName"), aContact())).toBe("and!");
  });

  test("keeps a name that looks like a place for another", () => {
    const contact = aContact({ firstName: "%2", surname: "Berg" });

    expect(composeSalutation(aText("Hello %1", "firstName", "surname"), contact)).toBe("Hello %2");
  });

  test("is cut to 260 characters before it is tidied up", () => {
    const text = composeSalutation(aText(`${"a".repeat(258)}  %1`, "surname"), aContact({ surname: "Berg" }));

    expect(text).toBe("a".repeat(258));
  });
});

describe("the formula", () => {
  const formal: SalutationFormula = {
    salutationType: "formal",
    languageCode: "ENU",
    ...aText("Dear %1 %2", "jobTitle", "surname"),
  };
  const contact = aContact({ jobTitle: "Mr", surname: "Hill" });

  test("CON-051 is that of type and language; another language has none", () => {
    expect(decideSalutation([formal], { salutationType: "formal", languageCode: "ENU" }, contact)).toEqual({
      found: true,
      text: "Dear Mr Hill",
    });
    expect(decideSalutation([formal], { salutationType: "formal", languageCode: "DAN" }, contact)).toEqual({
      found: false,
      because: "salutation_formula_missing",
    });
  });

  test("without a text counts as missing, and the type has to fit", () => {
    const blank = { ...formal, salutation: null };

    expect(decideSalutation([blank], { salutationType: "formal", languageCode: "ENU" }, contact).found).toBe(
      false,
    );
    expect(
      decideSalutation([formal], { salutationType: "informal", languageCode: "ENU" }, contact).found,
    ).toBe(false);
  });
});

describe("the fallback", () => {
  const formula = (languageCode: string | null, salutation: string): SalutationFormula => ({
    salutationType: "formal",
    languageCode,
    ...aText(salutation),
  });
  const all = [formula("SVE", "Bästa"), formula(null, "Dear"), formula("FIN", "Hyvä")];
  const inSwedish = { salutationType: "formal", languageCode: "SVE" } as const;
  const decide = (formulas: readonly SalutationFormula[]) =>
    decideSalutationWithFallback(formulas, inSwedish, aContact(), "FIN");

  test("goes from the language to none in particular, then to that of the organisation", () => {
    expect(decide(all)).toMatchObject({ text: "Bästa", languageCode: "SVE" });
    expect(decide(all.slice(1))).toMatchObject({ text: "Dear", languageCode: null });
    expect(decide(all.slice(2))).toMatchObject({ text: "Hyvä", languageCode: "FIN" });
    expect(decide([])).toEqual({
      found: false,
      because: "salutation_formula_missing",
      languageCode: "SVE",
    });
  });

  test("knows the organisation's language by its locale", () => {
    const languages = [
      { code: "SVE", locale: "sv-SE" },
      { code: "FIX", locale: "fi" },
      { code: "FIN", locale: "fi-FI" },
      { code: "XXX", locale: null },
    ];

    expect(organisationLanguage(languages, "fi")).toBe("FIN");
    expect(organisationLanguage(languages, "en")).toBeNull();
  });
});
