import { expect, test } from "vitest";
import { kindOf, readChanges } from "./change-log.rules.ts";

test("pairs are fields before and after", () => {
  expect(readChanges({ city: ["Imatra", "Lahti"], phoneNo: ["+358 5 555 0100", null] })).toEqual({
    fields: [
      { field: "city", before: "Imatra", after: "Lahti" },
      { field: "phoneNo", before: "+358 5 555 0100", after: null },
    ],
    followers: 0,
    batch: 0,
  });
});

test("the values of a new contact have no former ones, blank ones are left out", () => {
  expect(readChanges({ name: "Oy Saimaa", minor: false, city: null }).fields).toEqual([
    { field: "name", before: null, after: "Oy Saimaa" },
  ]);
});

test("fields stand in the order of the contact", () => {
  const changes = { city: [null, "Lahti"], name: ["A", "B"] };
  expect(readChanges(changes, ["name", "city"]).fields.map(({ field }) => field)).toEqual(["name", "city"]);
});

test("a flag that is taken away is a change", () => {
  expect(readChanges({ minor: [true, false] }).fields).toEqual([
    { field: "minor", before: true, after: false },
  ]);
});

test("people who followed and batches are counted, keys of the database stay inside", () => {
  expect(readChanges({ companyId: [1, 2], followers: ["CT1", "CT2"], nos: ["CT3"], count: 1 })).toEqual({
    fields: [],
    followers: 2,
    batch: 1,
  });
});

test.each([
  ["contact.changed", "changed"],
  ["contacts.created", "created"],
  ["contact.deleted", "deleted"],
  ["contact.merged", "merged"],
  ["contact.parted", "parted"],
  ["contact.erased", "erased"],
  ["contact.consentRecorded", "consentRecorded"],
  ["contact.called", "other"],
])("%s is read as %s", (action, kind) => {
  expect(kindOf(action)).toBe(kind);
});
