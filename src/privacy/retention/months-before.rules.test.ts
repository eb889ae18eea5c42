import { expect, test } from "vitest";
import { monthsBefore } from "./months-before.rules.ts";

test.each([
  ["2026-11-23", 1, "2026-10-23"],
  ["2026-03-31", 1, "2026-02-28"],
  ["2024-03-31", 1, "2024-02-29"],
  ["2026-01-15", 24, "2024-01-15"],
  ["2026-01-15", 1, "2025-12-15"],
])("%s less %d months is %s", (day, months, before) => {
  expect(monthsBefore(day, months)).toBe(before);
});
