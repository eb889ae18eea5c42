import { expect, test } from "vitest";
import { changesOf, resourceKeyOf, valueText, verbOf } from "./changes.rules.ts";

test("pairs are changes, anything else is a fact", () => {
  expect(changesOf({ name: ["Lumo", "Lumo Oy"], contacts: 412 })).toEqual([
    { field: "name", before: "Lumo", after: "Lumo Oy" },
    { field: "contacts", after: 412 },
  ]);
});

test.each([
  [null, null],
  ["", null],
  [[], null],
  [["A", "B"], "A, B"],
  [false, "false"],
  [{ a: 1 }, '{"a":1}'],
])("%j reads as %j", (value, text) => {
  expect(valueText(value)).toBe(text);
});

test("the words of an action and of a resource", () => {
  expect(verbOf("contact.changed")).toBe("changed");
  expect(resourceKeyOf("interaction-log-entries")).toBe("interactionLogEntries");
});
