import { expect, test } from "vitest";
import {
  addMonths,
  addWorkdays,
  afterHolidaySeason,
  isoWeek,
  workdayBefore,
  workdayFrom,
} from "./demo-calendar.ts";

test.each([
  ["2026-01-01", 1],
  ["2027-01-01", 53],
  ["2025-12-29", 1],
  ["2026-11-25", 48],
])("%s lies in ISO week %i", (day, week) => {
  expect(isoWeek(day)).toBe(week);
});

test.each([
  ["2026-03-31", -1, "2026-02-28"],
  ["2026-11-25", -24, "2024-11-25"],
  ["2024-02-29", 12, "2025-02-28"],
])("%s moved by %i months is %s", (day, months, expected) => {
  expect(addMonths(day, months)).toBe(expected);
});

test("weekends and holidays are not worked", () => {
  expect(workdayFrom("2026-12-24")).toBe("2026-12-28");
  expect(workdayBefore("2026-11-23")).toBe("2026-11-20");
  expect(addWorkdays("2026-11-20", 2)).toBe("2026-11-24");
});

test.each([
  ["2026-07-15", "2026-08-03"],
  ["2026-12-22", "2027-01-07"],
  ["2027-01-04", "2027-01-07"],
  ["2026-11-25", "2026-11-25"],
])("what is put off on %s is done from %s on", (day, resumed) => {
  expect(afterHolidaySeason(day)).toBe(resumed);
});
