import { expect, test } from "vitest";
import { outcomeOf } from "./outcome.rules.ts";

const contacts = [
  { no: "CT1", name: "Harju Oy" },
  { no: "CT2", name: "Aino Lehto" },
  { no: "CT3", name: null },
];

test("all were added", () => {
  expect(outcomeOf({ items: [{}, {}, {}], existing: [], refused: [] }, contacts)).toEqual({
    added: 3,
    existing: 0,
    refusals: [],
  });
});

test("who was refused is named, by its reason", () => {
  const refused = [
    { contactNo: "CT1", code: "contact_privacy_blocked" },
    { contactNo: "CT3", code: "contact_privacy_blocked" },
    { contactNo: "CT4", code: "something_new" },
  ];
  expect(outcomeOf({ items: [], existing: ["CT2"], refused }, contacts)).toEqual({
    added: 0,
    existing: 1,
    refusals: [
      { code: "contact_privacy_blocked", names: ["Harju Oy", "CT3"] },
      { code: "other", names: ["CT4"] },
    ],
  });
});
