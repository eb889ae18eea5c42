import { describe, expect, test } from "vitest";
import { namesOfEveryScript } from "#platform/files/testing.ts";
import { excerptFor, excerptOf, mappedColumns } from "../cell-texts.rules.ts";
import { type ContactField, contactFields } from "./contact-fields.rules.ts";
import { nameCompany, readInput, readTexts, typeOfRow } from "./read-row.rules.ts";

const read = (row: Partial<Record<ContactField, string | null>>) => {
  const fields = Object.keys(row) as ContactField[];
  const mapping = Object.fromEntries(fields.map((field, at) => [String(at), field]));
  return readTexts(
    fields.map((field) => row[field] ?? null),
    mappedColumns(mapping, contactFields),
  );
};

describe("texts", () => {
  test("are trimmed and composed; blank cells are left out", () => {
    expect(read({ name: "  Routa  ", city: " ", address: null, county: "Ha\u0308me" })).toEqual({
      name: "Routa",
      county: "Häme",
    });
  });

  test("come through in every script", () => {
    for (const name of namesOfEveryScript) expect(read({ name })).toEqual({ name: name.normalize("NFC") });
  });

  test("an address of several lines becomes one", () => {
    expect(read({ address: "Halla Business Park\r\nRoutatie 5", name: "Halla\nOy" })).toEqual({
      address: "Halla Business Park, Routatie 5",
      name: "Halla Oy",
    });
  });

  test("several values in one cell: e-mails all, of phones the first", () => {
    expect(read({ email: "a@x.example ::: b@y.example", phoneNo: "09 123 ::: 09 456" })).toEqual({
      email: "a@x.example;b@y.example",
      phoneNo: "09 123",
    });
  });

  test.each([
    ["+358 9 1234 ext. 56", "+358 9 1234", "56"],
    ["09-1234 alanro 7", "09-1234", "7"],
    ["08 55 66, ankn. 12", "08 55 66", "12"],
    ["+1 555 0100x9", "+1 555 0100", "9"],
  ])("the extension of %s has a field of its own", (phoneNo, number, extensionNo) => {
    expect(read({ phoneNo })).toEqual({ phoneNo: number, extensionNo });
  });

  test("a phone that says more keeps it, so that it is reported", () => {
    expect(read({ phoneNo: "call Aino first" })).toEqual({ phoneNo: "call Aino first" });
  });

  test("cells beyond a short row are blank", () => {
    expect(readTexts(["Halla"], mappedColumns({ "0": "name", "7": "city" }, contactFields))).toEqual({
      name: "Halla",
    });
  });
});

describe("values", () => {
  test.each([
    ["yes", true],
    ["Kyllä", true],
    ["X", true],
    ["0", false],
    ["EI", false],
    ["nej", false],
  ])("%s is %s", (text, value) => {
    expect(readInput({ minor: text })).toEqual({ input: { minor: value }, errors: [] });
  });

  test("a flag, a type and a kind of correspondence that nobody understands are named", () => {
    const { input, errors } = readInput({
      minor: "perhaps",
      type: "robot",
      correspondenceType: "fax",
      name: "A",
    });

    expect(input).toEqual({ name: "A" });
    expect(errors.map(({ path, code }) => [path, code])).toEqual([
      ["type", "not_allowed_value"],
      ["correspondenceType", "not_allowed_value"],
      ["minor", "not_allowed_value"],
    ]);
  });

  test("types and kinds of correspondence in Finnish, Swedish and vCard", () => {
    expect(readInput({ type: "Henkilö", correspondenceType: "Sähköposti" }).input).toEqual({
      type: "person",
      correspondenceType: "email",
    });
    expect(readInput({ type: "Företag", correspondenceType: "Hard Copy" }).input).toEqual({
      type: "company",
      correspondenceType: "hardCopy",
    });
    expect(readInput({ type: "individual" }).input.type).toBe("person");
    expect(readInput({ type: "org" }).input.type).toBe("company");
  });
});

describe("what a row stands for", () => {
  test.each([
    [{ name: "Halla Oy" }, "company"],
    [{ companyName: "Halla Oy" }, "company"],
    [{ name: "Halla Oy", companyName: "HALLA  OY" }, "company"],
    [{ name: "Aino Routa", companyName: "Halla Oy" }, "person"],
    [{ name: "Aino Routa", companyNo: "C1" }, "person"],
    [{ surname: "Routa" }, "person"],
    [{ firstName: "Aino", type: "company" as const }, "company"],
  ])("%o is a %s", (input, type) => {
    expect(typeOfRow(input)).toBe(type);
  });

  test("a company is called by its company name where it has no other", () => {
    expect(nameCompany({ companyName: "Halla Oy" })).toEqual({ name: "Halla Oy" });
    expect(nameCompany({ name: "Halla Oy", companyName: "halla oy" })).toEqual({ name: "Halla Oy" });
    expect(nameCompany({ name: "Halla Oy", companyName: "Routa" })).toEqual({
      name: "Halla Oy",
      companyName: "Routa",
    });
  });
});

describe("excerpts", () => {
  test("are cut to 80 characters, not to half of one", () => {
    const excerpt = excerptOf("🙂".repeat(100))!;

    expect([...excerpt]).toHaveLength(80);
    expect(excerpt.endsWith("🙂…")).toBe(true);
  });

  test("of a field what it held, of a row its first cells", () => {
    expect(excerptFor("email", { email: "x@" }, ["Halla", "x@"])).toBe("x@");
    expect(excerptFor(null, {}, ["Halla", null, "x@"])).toBe("Halla · x@");
    expect(excerptFor("city", {}, ["Halla"])).toBeNull();
  });
});
