import { describe, expect, test } from "vitest";
import {
  type Closing,
  closedValues,
  estimate,
  expectedClose,
  followDateOfChange,
  probabilityOf,
  proposedDate,
  refuseClosing,
  refuseValues,
  shareOf,
  type WrittenValues,
} from "./estimates.rules.ts";
import type { ActionType } from "./moves.rules.ts";

describe("O-12: probability and calculated value", () => {
  test.for([
    ["COT-021", "multiply", 24, "240.00"],
    ["COT-022", "add", 50, "500.00"],
    ["COT-023", "chancesOfSuccess", 60, "600.00"],
    ["completed", "completed", 40, "400.00"],
  ] as const)("%s %s", ([, calculation, probability, value]) => {
    const found = probabilityOf(calculation, { completed: 40, chancesOfSuccess: 60 });
    expect([found, shareOf("1000", found)]).toEqual([probability, value]);
  });

  test("is rounded to two decimals, amounts beyond floating point too", () => {
    expect(probabilityOf("multiply", { completed: 33.33, chancesOfSuccess: 33.33 })).toBe(11.11);
    expect(probabilityOf("add", { completed: 33.33, chancesOfSuccess: 66.66 })).toBe(50);
    expect(shareOf("9999999999.99", 33.33)).toBe("3333000000.00");
    expect(shareOf("0.05", 50)).toBe("0.03");
    expect(shareOf("12.5", 100)).toBe("12.50");
  });
});

describe("O-12: what is saved", () => {
  const stage = { completed: 50, chancesOfSuccess: 70, dateFormula: "1W" };
  const values = {
    dateOfChange: "2026-11-23",
    estimatedValue: "1000",
    chancesOfSuccess: 30,
    estimatedCloseDate: "2027-01-15",
  };
  test.for<[string, ActionType, object, object, object]>([
    ["the user's chances", "next", {}, {}, { chancesOfSuccess: 30, probability: 15 }],
    ["COT-033 a jump takes the stage's", "jump", {}, {}, { chancesOfSuccess: 70, probability: 35 }],
    ["a skip too", "skip", {}, {}, { chancesOfSuccess: 70 }],
    ["unless the stage has none", "jump", { chancesOfSuccess: 0 }, {}, { chancesOfSuccess: 30 }],
    ["none said", "next", {}, { chancesOfSuccess: 0 }, { chancesOfSuccess: 70 }],
    [
      "its closing date stays",
      "next",
      {},
      {},
      { estimatedCloseDate: "2027-01-15", calcdCurrentValue: "150.00" },
    ],
    ["blank: by the formula", "next", {}, { estimatedCloseDate: null }, { estimatedCloseDate: "2026-11-30" }],
    [
      "the same day: by the formula",
      "next",
      {},
      { estimatedCloseDate: "2026-11-23" },
      { estimatedCloseDate: "2026-11-30" },
    ],
    [
      "without formula that day",
      "next",
      { dateFormula: null },
      { estimatedCloseDate: null },
      { estimatedCloseDate: "2026-11-23" },
    ],
  ])("%s", ([, actionType, ofStage, written, expected]) => {
    const saved = estimate(actionType, { ...stage, ...ofStage }, "multiply", { ...values, ...written });
    expect(saved).toMatchObject({ completed: 50, ...expected });
  });
});

describe("O-11: what is proposed and refused", () => {
  test("the later of today and the last change, and the formula from there", () => {
    expect(proposedDate("2026-11-23", null)).toBe("2026-11-23");
    expect(proposedDate("2026-11-23", "2026-11-20")).toBe("2026-11-23");
    expect(proposedDate("2026-11-23", "2026-12-01")).toBe("2026-12-01");
    expect(expectedClose("1M", "2026-11-23")).toBe("2026-12-23");
    expect(expectedClose(null, "2026-11-23")).toBe("2026-11-23");
  });

  test.for<[string, string | null, string | null, string | null, string | null, string | null]>([
    ["what is proposed follows", "2026-12-23", "1M", "2026-11-23", "2026-12-05", "2027-01-05"],
    ["without a formula it is the day itself", "2026-11-23", null, "2026-11-23", "2026-12-05", "2026-12-05"],
    ["what was entered stays", "2026-12-24", "1M", "2026-11-23", "2026-12-05", "2026-12-24"],
    ["blank becomes what is proposed", null, "1M", "2026-11-23", "2026-12-05", "2027-01-05"],
    ["without a day of change it stays", "2026-12-23", "1M", "2026-11-23", null, "2026-12-23"],
  ])("O-11 the day of closing: %s", ([, date, formula, before, after, expected]) => {
    expect(followDateOfChange(date, formula, before, after)).toBe(expected);
  });

  const good: WrittenValues = {
    dateOfChange: "2026-11-23",
    estimatedValue: "1000",
    chancesOfSuccess: 50,
    estimatedCloseDate: "2026-11-23",
  };
  test.for<[string, Partial<WrittenValues>, readonly string[]]>([
    ["COT-032 all is well", {}, []],
    ["COT-032 value 0", { estimatedValue: "0" }, ["estimatedValue value_not_positive"]],
    ["value below 0", { estimatedValue: "-1" }, ["estimatedValue value_not_positive"]],
    ["no value", { estimatedValue: null }, ["estimatedValue value_not_positive"]],
    ["COT-032 chances 0", { chancesOfSuccess: 0 }, ["chancesOfSuccess value_not_positive"]],
    [
      "COT-032 closes before the change",
      { estimatedCloseDate: "2026-11-22" },
      ["estimatedCloseDate close_date_too_early"],
    ],
    ["no closing date", { estimatedCloseDate: null }, ["estimatedCloseDate estimated_close_date_required"]],
    [
      "changed before the last change",
      { dateOfChange: "2026-11-19" },
      ["dateOfChange change_date_too_early"],
    ],
    ["no day", { dateOfChange: null }, ["dateOfChange date_of_change_required"]],
    [
      "everything at once",
      { estimatedValue: "0", chancesOfSuccess: null, estimatedCloseDate: null },
      [
        "estimatedValue value_not_positive",
        "chancesOfSuccess value_not_positive",
        "estimatedCloseDate estimated_close_date_required",
      ],
    ],
  ])("%s", ([, written, expected]) => {
    const errors = refuseValues({ ...good, ...written }, "2026-11-20");
    expect(errors.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
  });
});

describe("O-15: closing", () => {
  const good: Closing = {
    status: "won",
    closeOpportunityCode: "PRICE",
    closingDate: "2026-11-23",
    sales: "900",
  };
  test.for<[string, Partial<Closing>, "won" | "lost" | null, readonly string[]]>([
    ["COT-057 all is well", {}, "won", []],
    ["neither won nor lost", { status: null }, "won", ["status status_required"]],
    [
      "COT-057 no code",
      { closeOpportunityCode: null },
      null,
      ["closeOpportunityCode close_opportunity_code_required"],
    ],
    ["a code of the other kind", {}, "lost", ["closeOpportunityCode close_opportunity_code_type"]],
    ["COT-057 won for nothing", { sales: "0" }, "won", ["sales value_not_positive"]],
    ["won, not said for how much", { sales: null }, "won", ["sales value_not_positive"]],
    ["lost for nothing", { status: "lost", sales: null }, "lost", []],
    ["no day", { closingDate: null }, "won", ["closingDate closing_date_required"]],
    ["before the last change", { closingDate: "2026-11-19" }, "won", ["closingDate close_date_too_early"]],
  ])("%s", ([, written, codeType, expected]) => {
    const errors = refuseClosing({ ...good, ...written }, codeType, "2026-11-20");
    expect(errors.map(({ path, code }) => `${path} ${code}`)).toEqual(expected);
  });

  test("says what it came to", () => {
    expect(closedValues("won", "900")).toEqual({
      completed: 100,
      chancesOfSuccess: 100,
      probability: 100,
      calcdCurrentValue: "900",
    });
    expect(closedValues("lost", null)).toEqual({
      completed: 100,
      chancesOfSuccess: 0,
      probability: 0,
      calcdCurrentValue: "0",
    });
  });
});
