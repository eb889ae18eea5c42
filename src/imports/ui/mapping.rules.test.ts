import { expect, test } from "vitest";
import { mapColumn } from "./mapping.rules.ts";

const mapping = { 0: "name", 1: "email" } as const;

test.each([
  ["a column gets a field", 2, "city", { 0: "name", 1: "email", 2: "city" }],
  ["a field moves from another column", 2, "email", { 0: "name", 2: "email" }],
  ["a column is left out", 1, null, { 0: "name" }],
] as const)("%s", (_, index, field, expected) => {
  expect(mapColumn(mapping, index, field)).toEqual(expected);
});
