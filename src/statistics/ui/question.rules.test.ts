import { describe, expect, test } from "vitest";
import { chosenComparison, chosenPeriod, daysOfPeriod, entriesOfRow, narrowed } from "./question.rules.ts";

describe("periods", () => {
  test.each([
    [{ period: "thisMonth" }, "2026-11-01", "2026-11-23"],
    [{ period: "lastMonth" }, "2026-10-01", "2026-10-31"],
    [{}, "2026-01-01", "2026-11-23"],
    [{ period: "nonsense" }, "2026-01-01", "2026-11-23"],
    [{ period: "lastYear" }, "2025-01-01", "2025-12-31"],
    [{ period: "last12Months" }, "2025-11-24", "2026-11-23"],
    [{ period: "all" }, undefined, undefined],
    [{ dateFrom: "2026-02-03" }, "2026-02-03", undefined],
  ])("%j", (search, dateFrom, dateTo) => {
    expect(daysOfPeriod(search, "2026-11-23")).toEqual({
      ...(dateFrom && { dateFrom }),
      ...(dateTo && { dateTo }),
    });
  });

  test("days of one's own win over a name", () => {
    expect(chosenPeriod({ period: "lastYear", dateTo: "2026-02-03" })).toBe("own");
  });

  test("only a period with both ends is compared", () => {
    const search = { compareWith: "previousYear" };
    expect(chosenComparison(search, { dateFrom: "2026-01-01", dateTo: "2026-01-31" })).toBe("previousYear");
    expect(chosenComparison(search, { dateFrom: "2026-01-01" })).toBeNull();
    expect(chosenComparison(search, { dateFrom: "2026-02-01", dateTo: "2026-01-31" })).toBeNull();
  });
});

describe("the entries behind a row", () => {
  const scope = { canceled: "false", dateFrom: "2026-01-01", dateTo: "2026-11-23", salespersonCode: "AH" };

  test("have its code besides what narrows all", () => {
    expect(entriesOfRow("template", { key: "CALL", dateFrom: null, dateTo: null }, scope)).toEqual({
      ...scope,
      interactionTemplateCode: "CALL",
    });
  });

  test("lie within its days", () => {
    const row = { key: "2026-11-01", dateFrom: "2026-11-01", dateTo: "2026-11-23" };
    expect(entriesOfRow("month", row, scope)).toEqual({ ...scope, dateFrom: "2026-11-01" });
  });

  test("of one figure are those that all filters leave", () => {
    expect(narrowed({ evaluation: "positive,neutral" }, { evaluation: "veryPositive,positive" })).toEqual({
      evaluation: "positive",
    });
    expect(narrowed(scope, { attemptFailed: "true" })).toEqual({ ...scope, attemptFailed: "true" });
  });

  test("cannot be asked for where they name nothing", () => {
    expect(entriesOfRow("campaign", { key: null, dateFrom: null, dateTo: null }, scope)).toBeNull();
  });
});
