import { describe, expect, test } from "vitest";
import { addMonths, comparedPeriod, endOf, firstMonthFrom, startOf, startsIn } from "./periods.rules.ts";

describe("the compared period", () => {
  test.each([
    ["one month", "2026-11-01", "2026-11-30", "2026-10-01", "2026-10-31"],
    ["March after February", "2026-03-01", "2026-03-31", "2026-02-01", "2026-02-28"],
    ["a quarter", "2026-01-01", "2026-03-31", "2025-10-01", "2025-12-31"],
    ["a year", "2024-01-01", "2024-12-31", "2023-01-01", "2023-12-31"],
    ["a week", "2026-11-16", "2026-11-22", "2026-11-09", "2026-11-15"],
    ["a day", "2026-03-01", "2026-03-01", "2026-02-28", "2026-02-28"],
    ["a month and a day", "2026-10-01", "2026-11-01", "2026-08-30", "2026-09-30"],
  ])("before %s", (_, dateFrom, dateTo, from, to) => {
    expect(comparedPeriod({ dateFrom, dateTo }, "previousPeriod")).toMatchObject({
      dateFrom: from,
      dateTo: to,
    });
  });

  test.each([
    ["some days", "2026-11-05", "2026-11-23", "2025-11-05", "2025-11-23"],
    ["February after a leap year", "2025-02-01", "2025-02-28", "2024-02-01", "2024-02-29"],
    ["February of a leap year", "2024-02-01", "2024-02-29", "2023-02-01", "2023-02-28"],
    ["from 29 February", "2024-02-29", "2024-03-10", "2023-03-01", "2023-03-10"],
    ["until 29 February", "2024-02-10", "2024-02-29", "2023-02-10", "2023-02-28"],
  ])("a year before %s", (_, dateFrom, dateTo, from, to) => {
    expect(comparedPeriod({ dateFrom, dateTo }, "previousYear")).toMatchObject({
      dateFrom: from,
      dateTo: to,
    });
  });
});

describe("periods within a period", () => {
  test("months, the first and last ones cut", () => {
    expect(startsIn("month", { dateFrom: "2025-11-20", dateTo: "2026-02-01" }, 10)).toEqual([
      "2025-11-01",
      "2025-12-01",
      "2026-01-01",
      "2026-02-01",
    ]);
  });

  test("weeks begin on Monday, across the year", () => {
    expect(startsIn("week", { dateFrom: "2026-12-30", dateTo: "2027-01-04" }, 10)).toEqual([
      "2026-12-28",
      "2027-01-04",
    ]);
    expect(startOf("week", "2026-11-22")).toBe("2026-11-16");
  });

  test("too many are none", () => {
    expect(startsIn("day", { dateFrom: "2026-01-01", dateTo: "2026-12-31" }, 364)).toBeNull();
  });

  test.each([
    ["day", "2026-11-23", "2026-11-23"],
    ["week", "2026-11-23", "2026-11-29"],
    ["month", "2024-02-01", "2024-02-29"],
    ["year", "2024-01-01", "2024-12-31"],
  ] as const)("the last day of a %s", (grain, start, end) => {
    expect(endOf(grain, start)).toBe(end);
  });
});

test("months keep their last day", () => {
  expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
  expect(addMonths("2026-03-31", -13)).toBe("2025-02-28");
  expect(addMonths("2026-11-30", 1)).toBe("2026-12-30");
});

test("the first whole month", () => {
  expect(firstMonthFrom("2026-11-01")).toBe("2026-11-01");
  expect(firstMonthFrom("2026-12-02")).toBe("2027-01-01");
});
