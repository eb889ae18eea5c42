import { expect, test } from "vitest";
import type { ContactHit } from "#contacts/contacts.contract.ts";
import { searchesFor, similarContacts } from "./similar-contacts.rules.ts";

function aHit(values: Partial<ContactHit>): ContactHit {
  return {
    no: "CT1",
    name: "Saimaan Paperi Oy",
    companyName: null,
    type: "company",
    phoneNo: null,
    email: null,
    city: null,
    salespersonCode: null,
    salespersonName: null,
    ...values,
  };
}
const blank = { type: "company", name: null, email: null, phoneNo: null } as const;

test("a like name of the same type is similar", () => {
  const person = aHit({ no: "CT2", type: "person" });
  expect(similarContacts({ ...blank, name: "Saiman Paperi" }, [aHit({}), person])).toEqual([aHit({})]);
});

test("the same e-mail or number says more than the name", () => {
  const byEmail = aHit({ no: "CT3", name: "Lakeland Paper", email: "INFO@saimaa.example" });
  const byPhone = aHit({ no: "CT4", name: "Imatra Paper", phoneNo: "+358 5 555 0100" });
  const typed = { ...blank, name: "Saimaan Paperi", email: "info@saimaa.example", phoneNo: "+358-5-5550100" };
  expect(similarContacts(typed, [aHit({}), byEmail, byPhone]).map(({ no }) => no)).toEqual([
    "CT3",
    "CT4",
    "CT1",
  ]);
});

test("a contact found twice is shown once", () => {
  expect(similarContacts({ ...blank, name: "Saimaan Paperi" }, [aHit({}), aHit({})])).toHaveLength(1);
});

test("only what tells somebody apart is searched", () => {
  expect(searchesFor({ ...blank, name: "Oy", email: "info", phoneNo: "123" })).toEqual([]);
  expect(
    searchesFor({ ...blank, name: "Saimaan Paperi Oy", email: "a@b.example", phoneNo: "040 555 010" }),
  ).toEqual(["saimaan paperi", "a@b.example", "040555010"]);
});
