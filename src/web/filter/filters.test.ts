import { describe, expect, test } from "vitest";
import {
  cleared,
  type Filter,
  isSet,
  parametersOf,
  periodDays,
  rangeChange,
  rangeOf,
  toggled,
} from "./filters.ts";

const label = { labelKey: "web.setup.code" } as const;
const date: Filter = { kind: "dateRange", key: "date", ...label };
const type: Filter = { kind: "enum", key: "type", choices: [], ...label };

test("a range has two parameters, everything else one", () => {
  expect(parametersOf(date)).toEqual(["dateFrom", "dateTo"]);
  expect(parametersOf(type)).toEqual(["type"]);
});

test("a range is set as soon as one end is", () => {
  expect(isSet(date, { dateTo: "2026-01-01" })).toBe(true);
  expect(isSet(date, { date: "2026-01-01", dateFrom: "" })).toBe(false);
});

test("values are added and taken out again", () => {
  expect(toggled(type, {}, "company")).toEqual({ type: "company" });
  expect(toggled(type, { type: "company" }, "person")).toEqual({ type: "company,person" });
  expect(toggled(type, { type: "company" }, "company")).toEqual({ type: undefined });
});

test("clearing removes every parameter of the filter", () => {
  expect(cleared(date)).toEqual({ dateFrom: undefined, dateTo: undefined });
});

test("a range is read from the address and written to it", () => {
  const range = { from: "2026-01-01", to: null };

  expect(rangeOf(date, { dateFrom: "2026-01-01" })).toEqual(range);
  expect(rangeChange(date, range)).toEqual({ dateFrom: "2026-01-01", dateTo: undefined });
});

describe("periods", () => {
  test.each([
    ["today", "2026-11-25", "2026-11-25"],
    ["thisWeek", "2026-11-23", "2026-11-29"],
    ["lastMonth", "2026-10-01", "2026-10-31"],
    ["thisYear", "2026-01-01", "2026-12-31"],
    ["last12Months", "2025-11-26", "2026-11-25"],
  ] as const)("%s on Wednesday 25 November 2026", (period, from, to) => {
    expect(periodDays(period, "2026-11-25")).toEqual({ from, to });
  });

  test("a week that begins in the former year", () => {
    expect(periodDays("thisWeek", "2027-01-01")).toEqual({ from: "2026-12-28", to: "2027-01-03" });
  });

  test("last month in January is December", () => {
    expect(periodDays("lastMonth", "2026-01-31")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
  });
});
