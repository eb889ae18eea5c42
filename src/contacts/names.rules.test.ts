import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ContactNames,
  followSearchName,
  joinName,
  noNames,
  splitName,
  writeNames,
} from "./names.rules.ts";

const ida = writeNames("person", noNames, { name: "Ida Marie Holm" });

describe("a name is split", () => {
  test.each([
    [null, null, null, null],
    ["   ", null, null, null],
    ["Cher", "Cher", null, null],
    ["Bo Ek", "Bo", null, "Ek"],
    ["Ida Marie Holm", "Ida", "Marie", "Holm"],
    ["Maria del Carmen Ruiz", "Maria del", "Carmen", "Ruiz"],
    ["  Ida \t Marie\u00a0Holm ", "Ida", "Marie", "Holm"],
  ])("%j → first %j, middle %j, surname %j", (name, firstName, middleName, surname) => {
    expect(splitName(name)).toEqual({ firstName, middleName, surname });
  });

  test("each part is cut to 30 characters", () => {
    const name = `${"a".repeat(29)} bcd ${"m".repeat(31)} ${"ö".repeat(40)}`;
    expect(splitName(name)).toEqual({
      firstName: "a".repeat(29),
      middleName: "m".repeat(30),
      surname: "ö".repeat(30),
    });
  });

  test("and joined again it is the name with single blanks", () => {
    // Three words of eight and two blanks stay below the 30 characters of a part.
    const word = fc
      .string({ minLength: 1, maxLength: 7, unit: "grapheme" })
      .map((text) => text.normalize("NFC"))
      .filter((text) => /^\S+$/u.test(text) && [...text].length <= 8);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), fc.constantFrom(" ", "  ", "\u00a0 "), (words, blank) => {
        const expected = words.length === 0 ? null : words.join(" ");
        expect(joinName(splitName(words.join(blank)))).toBe(expected);
      }),
    );
  });

  test("a name already cut is not cut again", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100, unit: "grapheme" }), (name) => {
        const joined = joinName(splitName(name));
        expect(joinName(splitName(joined))).toBe(joined);
      }),
    );
  });
});

describe("names after a request", () => {
  test("CON-025 a person's name is split", () => {
    expect(ida).toMatchObject({
      name: "Ida Marie Holm",
      firstName: "Ida",
      middleName: "Marie",
      surname: "Holm",
      searchName: "IDA MARIE HOLM",
    });
  });

  test("CON-026 a written part makes the name anew, the other parts stay", () => {
    expect(writeNames("person", ida, { surname: "Lund" })).toEqual({
      ...ida,
      surname: "Lund",
      name: "Ida Marie Lund",
      searchName: "IDA MARIE LUND",
    });
  });

  test("parts win over a name in the same request", () => {
    const written = writeNames("person", ida, { name: "Somebody Else", firstName: "Eva", middleName: null });
    expect(written).toMatchObject({ name: "Eva Holm", firstName: "Eva", middleName: null, surname: "Holm" });
  });

  test("blank parts of a new person say nothing against its name", () => {
    const blank = { firstName: null, middleName: " ", surname: null };
    expect(writeNames("person", noNames, { name: "Bo Ek", ...blank })).toMatchObject({
      firstName: "Bo",
      surname: "Ek",
    });
  });

  test("clearing the only part clears the name", () => {
    const cher = writeNames("person", noNames, { name: "Cher" });
    expect(writeNames("person", cher, { firstName: null })).toEqual(noNames);
  });

  test("CON-027 renaming a company changes company name and search name", () => {
    const alfa = writeNames("company", noNames, { name: "Alfa" });
    expect(alfa).toMatchObject({ companyName: "Alfa", searchName: "ALFA" });

    expect(writeNames("company", alfa, { name: "Beta" })).toMatchObject({
      companyName: "Beta",
      searchName: "BETA",
    });
  });

  test("CON-028 a search name of one's own stays", () => {
    const alfa: ContactNames = { ...noNames, name: "Alfa", companyName: "Alfa", searchName: "MY ALFA" };
    expect(writeNames("company", alfa, { name: "Beta" })).toMatchObject({
      name: "Beta",
      searchName: "MY ALFA",
    });
  });

  test("a supplied search name is upper-cased; a cleared one follows the new name", () => {
    expect(writeNames("company", noNames, { name: "Alfa", searchName: "mine" }).searchName).toBe("MINE");
    expect(writeNames("company", noNames, { name: "Alfa", searchName: null }).searchName).toBe("ALFA");
  });

  test("a person keeps the name of its company", () => {
    const person = { ...ida, companyName: "Kivi Oy" };
    expect(writeNames("person", person, { name: "Bo Ek" }).companyName).toBe("Kivi Oy");
  });

  test("nothing supplied changes nothing", () => {
    expect(writeNames("person", ida, {})).toEqual(ida);
  });
});

test("the search name of a long name is still recognised as following", () => {
  const long = "ß".repeat(80);
  const searchName = followSearchName(null, null, long);

  expect(searchName).toBe("S".repeat(100));
  expect(followSearchName(searchName, long, "Kivi")).toBe("KIVI");
});
