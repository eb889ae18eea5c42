import { describe, expect, test } from "vitest";
import { evaluateDateFormula, parseDateFormula, writeDateFormula } from "./date-formula.rules.ts";

const evaluate = (formula: string, from: string) => evaluateDateFormula(parseDateFormula(formula)!, from);

describe("a date formula", () => {
  test.each([
    ["1W", "2026-02-06"],
    ["1W+2D", "2026-02-08"],
    ["1W - 2D", "2026-02-04"],
    ["1M", "2026-02-28"],
    ["1M+1D", "2026-03-01"],
    ["CM", "2026-01-31"],
    ["-CM", "2026-01-01"],
    ["CM+1M", "2026-02-28"],
    ["CW", "2026-02-01"],
    ["-CW", "2026-01-26"],
    ["CQ", "2026-03-31"],
    ["D10", "2026-02-10"],
    ["WD5", "2026-02-06"],
    ["-WD5", "2026-01-23"],
    ["-1Y", "2025-01-30"],
    ["2Q", "2026-07-30"],
    ["", "2026-01-30"],
    ["CD", "2026-01-30"],
    ["-CD", "2026-01-30"],
    ["CY", "2026-12-31"],
    ["-CY", "2026-01-01"],
    ["-D30", "2025-12-30"],
    ["D31", "2026-01-31"],
    ["-D31", "2025-12-31"],
    ["WD1", "2026-02-02"],
    ["-WD1", "2026-01-26"],
    ["0D", "2026-01-30"],
  ])("%s leads from 2026-01-30 to %s", (formula, day) => {
    expect(evaluate(formula, "2026-01-30")).toBe(day);
  });

  test("a month without the day has its last one", () => {
    expect(evaluate("D31", "2026-01-31")).toBe("2026-02-28");
    expect(evaluate("D30", "2026-02-28")).toBe("2026-03-30");
    expect(evaluate("-D31", "2026-03-15")).toBe("2026-02-28");
    expect(evaluate("1Y", "2028-02-29")).toBe("2029-02-28");
    expect(evaluate("-1M", "2026-03-31")).toBe("2026-02-28");
  });

  test("the end of the calendar is the end", () => {
    expect(evaluate("9999Y", "2026-01-30")).toBe("9999-12-31");
    expect(evaluate("-9999Y+1D", "2026-01-30")).toBe("1753-01-02");
  });

  test.each([
    [" 1w + 2d ", "1W+2D"],
    ["<-CM>", "-CM"],
    ["+1D", "1D"],
    ["007D", "7D"],
    ["1VI+2P", "1W+2D"],
    ["-NK", "-CM"],
    ["VIP5", "WD5"],
    ["NVI", "CW"],
    ["2V-1Q", "2Y-1Q"],
    ["CM+1M-1D+10Y-9999D+D31-WD7", "CM+1M-1D+10Y-9999D+D31-WD7"],
    ["", ""],
  ])("%s is stored as %s", (text, stored) => {
    expect(writeDateFormula(parseDateFormula(text)!)).toBe(stored);
  });

  test("a reader of Finnish sees Finnish letters", () => {
    expect(writeDateFormula(parseDateFormula("-CM+1W+2D-WD5+1Y+2Q")!, "fi")).toBe("-NK+1VI+2P-VIP5+1V+2Q");
  });

  test.each([
    "1",
    "W",
    "1X",
    "D0",
    "D32",
    "WD8",
    "1WD",
    "M1",
    "CWD",
    "1W2D",
    "1W++2D",
    "+",
    "10000D",
    "<1W",
    "C1M",
    "1.5D",
  ])("%s is none", (text) => {
    expect(parseDateFormula(text)).toBeNull();
  });
});
