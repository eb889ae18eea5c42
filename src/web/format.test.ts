import { describe, expect, test } from "vitest";
import {
  dayAndTimeOf,
  formatDate,
  formatDateRange,
  formatDayAndTime,
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  formatRelative,
  formatRelativeDay,
  formatTime,
} from "./format.ts";

describe("Finnish", () => {
  test("dates have no leading zeros", () => {
    expect(formatDate("2026-03-05", "fi")).toBe("5.3.2026");
    expect(formatDate("2026-11-23", "fi", "weekday")).toBe("ma 23.11.2026");
  });

  test("a day and a time are joined by klo", () => {
    expect(formatDayAndTime("2026-11-23", "14:05:00", "fi")).toBe("23.11.2026 klo 14.05");
    expect(formatDayAndTime("2026-11-23", null, "fi")).toBe("23.11.2026");
  });

  test("ranges use an en dash", () => {
    expect(formatDateRange("2026-11-23", "2026-11-25", "fi")).toBe("23.–25.11.2026");
  });

  test("numbers have a comma, hard spaces and the real minus", () => {
    expect(formatNumber(1234.5, "fi")).toBe("1\u00a0234,5");
    expect(formatNumber(-3, "fi")).toBe("\u22123");
    expect(formatMoney(1234.5, "EUR", "fi")).toBe("1\u00a0234,50\u00a0€");
    expect(formatPercent(0.15, "fi")).toBe("15\u00a0%");
  });

  test("durations are in t and min", () => {
    expect(formatDuration(90, "fi")).toBe("1\u00a0t 30\u00a0min");
    expect(formatDuration(0, "fi")).toBe("0\u00a0min");
    expect(formatDuration(120, "fi")).toBe("2\u00a0t");
  });

  test("relative times are words", () => {
    const now = new Date("2026-11-23T12:00:00Z");
    expect(formatRelative("2026-11-23T11:55:00Z", now, "fi")).toBe("5 minuuttia sitten");
    expect(formatRelativeDay("2026-11-22", "2026-11-23", "fi")).toBe("eilen");
  });
});

describe("English", () => {
  test("dates name the month", () => {
    expect(formatDate("2026-03-05", "en")).toBe("5 Mar 2026");
    expect(formatDayAndTime("2026-11-23", "09:05:00", "en")).toBe("23 Nov 2026, 9:05");
  });

  test("money has the symbol in front", () => {
    expect(formatMoney(1234.5, "EUR", "en")).toBe("€1,234.50");
  });

  test("near days and far days are both relative", () => {
    expect(formatRelativeDay("2026-11-24", "2026-11-23", "en")).toBe("tomorrow");
    expect(formatRelativeDay("2026-11-02", "2026-11-23", "en")).toBe("3 weeks ago");
  });
});

test("an instant becomes the day and time of the company's time zone", () => {
  expect(dayAndTimeOf("2026-11-23T23:30:00Z", "Europe/Helsinki")).toEqual({
    day: "2026-11-24",
    time: "01:30:00",
  });
});

test("a time of day is written with the language's separator", () => {
  expect(formatTime("14:05:00", "fi")).toBe("14.05");
  expect(formatTime("09:05", "en")).toBe("9:05");
});
