import { expect, test } from "vitest";
import { addDays, readDay, readTime } from "./date-input.rules.ts";

const today = "2026-11-25";

test.each([
  ["23.11.2026", "2026-11-23"],
  ["5.3.2026", "2026-03-05"],
  ["23.11.", "2026-11-23"],
  ["23.11", "2026-11-23"],
  ["23/11/26", "2026-11-23"],
  ["23", "2026-11-23"],
  ["2311", "2026-11-23"],
  ["231127", "2027-11-23"],
  ["2026-11-23", "2026-11-23"],
  ["23 Nov 2026", "2026-11-23"],
  ["23 november", "2026-11-23"],
  ["23. marraskuuta 2026", "2026-11-23"],
  ["1 tammi", "2026-01-01"],
  ["Today", "2026-11-25"],
  ["eilen", "2026-11-24"],
  ["huomenna", "2026-11-26"],
  ["+7", "2026-12-02"],
  ["-30", "2026-10-26"],
])("%s is %s", (typed, expected) => {
  expect(readDay(typed, today)).toBe(expected);
});

test.each(["", "31.2.2026", "32", "13/13/2026", "soon", "1.2.3.4", "23 foo 2026", "123456789"])(
  "%j is no day",
  (typed) => {
    expect(readDay(typed, today)).toBeNull();
  },
);

test.each([
  ["14:05", "14:05:00"],
  ["14.05", "14:05:00"],
  ["1405", "14:05:00"],
  ["905", "09:05:00"],
  ["9", "09:00:00"],
  ["9 pm", "21:00:00"],
  ["12am", "00:00:00"],
  ["14:05:30", "14:05:30"],
])("%s is %s", (typed, expected) => {
  expect(readTime(typed)).toBe(expected);
});

test.each(["", "24:00", "12:60", "13 pm", "noon", "1:2"])("%j is no time", (typed) => {
  expect(readTime(typed)).toBeNull();
});

test("days are added across months and leap days", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
});
