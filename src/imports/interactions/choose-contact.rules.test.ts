import { describe, expect, test } from "vitest";
import { type Candidate, chooseContact, type Found } from "./choose-contact.rules.ts";
import { phoneOf, readClues } from "./contact-clues.rules.ts";
import { likenessOf } from "./likeness.rules.ts";

const halla: Candidate = {
  id: 1,
  no: "HALLA",
  type: "company",
  name: "Halla Oy",
  companyId: 1,
  companyName: "Halla Oy",
};
const aino: Candidate = {
  id: 2,
  no: "AINO",
  type: "person",
  name: "Aino Routa",
  companyId: 1,
  companyName: "Halla Oy",
};
const otherAino: Candidate = { ...aino, id: 3, no: "AINO2", companyId: 9, companyName: "Kaste Ab" };

const nobody: Found = { byNo: [], byExternalId: [], byEmail: [], byPhone: [], byName: [] };
const choose = (texts: Parameters<typeof readClues>[0], found: Partial<Found>) => {
  const choice = chooseContact(readClues(texts).clues, { ...nobody, ...found });
  return choice.contact === null
    ? choice.several.map(({ no }) => no)
    : choice.isGuess
      ? `${choice.contact.no}?`
      : choice.contact.no;
};

describe("which contact a row is about", () => {
  test("the surest clue that leads to anybody decides", () => {
    const texts = { contactNo: "aino", contactEmail: "info@halla.example" };

    expect(choose(texts, { byNo: [aino], byEmail: [halla] })).toBe("AINO");
    expect(choose(texts, { byEmail: [halla] })).toBe("HALLA");
    expect(choose(texts, {})).toEqual([]);
  });

  test("of those who share an address the one who is called so, else the company it is of", () => {
    const shared = { byEmail: [halla, aino] };

    expect(choose({ contactEmail: "info@halla.example", contactName: "Routa Aino" }, shared)).toBe("AINO");
    expect(choose({ contactEmail: "info@halla.example" }, shared)).toBe("HALLA");
    expect(choose({ contactEmail: "info@halla.example", contactName: "Veikko" }, shared)).toBe("HALLA");
    expect(choose({ contactEmail: "x@koti.example" }, { byEmail: [aino, otherAino] })).toEqual([
      "AINO",
      "AINO2",
    ]);
  });

  test("a name counts as it stands; one that is only like is a guess", () => {
    expect(choose({ contactName: "aino  routa" }, { byName: [aino] })).toBe("AINO");
    expect(choose({ contactName: "Routa, Aino" }, { byName: [aino] })).toBe("AINO?");
    expect(choose({ contactName: "Aino Rouda" }, { byName: [aino] })).toBe("AINO?");
    expect(choose({ contactName: "Aino" }, { byName: [aino, otherAino] })).toEqual(["AINO", "AINO2"]);
    expect(choose({ contactName: "Veikko Halla" }, { byName: [aino] })).toEqual([]);
  });

  test("a name is a guess where an address says somebody else", () => {
    expect(choose({ contactName: "Aino Routa", contactEmail: "a@new.example" }, { byName: [aino] })).toBe(
      "AINO?",
    );
  });

  test("the company tells namesakes apart", () => {
    const both = { byName: [aino, otherAino] };

    expect(choose({ contactName: "Aino Routa", companyName: "Kaste Ab" }, both)).toBe("AINO2");
    expect(choose({ contactName: "Aino Routa", companyName: "Kaste" }, both)).toBe("AINO2?");
    expect(choose({ contactName: "Aino Routa", companyName: "Ranta Ky" }, both)).toEqual([]);
  });

  test("a row that names only a company is about it, never about its people", () => {
    expect(choose({ companyName: "halla oy" }, { byName: [halla, { ...aino, name: "Halla Oy" }] })).toBe(
      "HALLA",
    );
    expect(choose({ companyName: "Halla Oy", contactName: "Halla Oy" }, { byName: [halla] })).toBe("HALLA");
  });
});

test.each([
  ["Halla Oy", "HALLA  oy", "same"],
  ["Routa Aino", "Aino Routa", "reordered"],
  ["Häme", "Hame", "reordered"],
  ["Halla", "Halla Oy", "begun"],
  ["A. Routa", "Aino Routa", "begun"],
  ["Aino Rutoa", "Aino Routa", "misspelt"],
  ["Ain", "Aku", null],
  ["Aino Routa", "Aino Halla", null],
  ["–", "Halla Oy", null],
  ["Halla", null, null],
])("%s and %s: %s", (text, name, likeness) => {
  expect(likenessOf(text, name)).toBe(likeness);
});

test.each([
  ["+358 40 123 4567", "358401234567"],
  ["+358 (0)40 1234567", "358401234567"],
  ["040-1234567", "401234567"],
  ["00358401234567", "358401234567"],
  ["123", null],
  ["call me", null],
])("what tells the phone %s is %s", (text, digits) => {
  expect(phoneOf(text)).toBe(digits);
});

test("clues: several addresses in a cell, codes in upper case, texts that are too long for one", () => {
  const { clues, errors } = readClues({
    contactNo: " ct1 ",
    contactEmail: "Aino <a@x.example>; b@y.example",
    contactName: "x".repeat(201),
  });

  expect(clues).toMatchObject({
    no: "CT1",
    emails: ["A@X.EXAMPLE", "B@Y.EXAMPLE"],
    name: null,
    field: "contactNo",
  });
  expect(errors).toEqual([{ path: "contactName", code: "too_long", values: { maximum: 200 } }]);
});
