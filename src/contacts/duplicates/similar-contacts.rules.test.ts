import { describe, expect, test } from "vitest";
import { compareLikeness, likenessesOf, type TypedContact } from "./similar-contacts.rules.ts";

const blank = { type: "company", name: null, email: null, phoneNo: null, mobilePhoneNo: null } as const;
const person = { ...blank, type: "person" } as const;

describe("what two contacts have in common", () => {
  test.each<[string, Partial<TypedContact>, Partial<TypedContact>, string[]]>([
    ["a misspelt name", { name: "Saiman Paperi" }, { name: "Saimaan Paperi Oy" }, ["name"]],
    [
      "one of several e-mails",
      { email: "info@saimaa.example" },
      { email: "a@b.example; INFO@saimaa.example" },
      ["email"],
    ],
    [
      "a number with the country's code",
      { phoneNo: "040-555 0100" },
      { phoneNo: "+358 40 5550100" },
      ["phone"],
    ],
    [
      "a mobile number that is somebody's phone",
      { mobilePhoneNo: "0405550100" },
      { phoneNo: "040 5550100" },
      ["phone"],
    ],
    [
      "all of it",
      { name: "Kuura", email: "a@k.example", phoneNo: "0405550100" },
      { name: "Kuura Oy", email: "a@k.example", phoneNo: "0405550100" },
      ["email", "phone", "name"],
    ],
    ["an extension", { phoneNo: "12345" }, { phoneNo: "12345" }, []],
    ["half an e-mail", { email: "info" }, { email: "info" }, []],
    ["nothing", { name: "Kuura" }, { name: "Routa" }, []],
  ])("%s", (_title, typed, contact, alike) => {
    expect(likenessesOf({ ...blank, ...typed }, { ...blank, ...contact })).toEqual(alike);
  });

  test("a swapped name with accents is a person's", () => {
    expect(likenessesOf({ ...person, name: "Agren Oystein" }, { ...person, name: "Öystein Ågren" })).toEqual([
      "name",
    ]);
  });

  test("a company is no person", () => {
    expect(likenessesOf({ ...blank, name: "Ida Holm" }, { ...person, name: "Ida Holm" })).toEqual([]);
  });
});

test("more in common comes first, then what is surer", () => {
  const all = [["name"], ["email"], ["phone", "name"], ["phone"]] as const;

  expect(all.toSorted(compareLikeness)).toEqual([["phone", "name"], ["email"], ["phone"], ["name"]]);
});
