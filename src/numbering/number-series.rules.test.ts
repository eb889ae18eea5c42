import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  chooseLine,
  compareNumbers,
  decideAutomaticNumber,
  decideManualNumber,
  drawNumbers,
  incrementNumber,
  type NumberSeriesLine,
  takeNumbers,
} from "./number-series.rules.ts";

function aLine(values: Partial<NumberSeriesLine> = {}): NumberSeriesLine {
  return {
    startingDate: null,
    startingNo: "C00001",
    endingNo: null,
    warningNo: null,
    incrementBy: 1,
    lastNoUsed: null,
    open: true,
    ...values,
  };
}

describe("the line used", () => {
  const undated = aLine({ startingNo: "A1" });
  const lastYear = aLine({ startingDate: "2025-01-01", startingNo: "B1" });
  const thisYear = aLine({ startingDate: "2026-01-01", startingNo: "C1" });
  const lines = [thisYear, undated, lastYear];

  test.each([
    ["2024-12-31", undated],
    ["2025-01-01", lastYear],
    ["2025-12-31", lastYear],
    ["2026-01-01", thisYear],
  ])("on %s is the one that began last", (today, expected) => {
    expect(chooseLine(lines, today)).toBe(expected);
  });

  test("is never a closed one", () => {
    expect(chooseLine([lastYear, { ...thisYear, open: false }], "2026-05-05")).toBe(lastYear);
    expect(chooseLine([{ ...thisYear, open: false }], "2026-05-05")).toBeNull();
  });

  test("is missing before the first begins", () => {
    expect(drawNumbers([thisYear], "2025-12-31")).toEqual({ taken: false, because: "no_line" });
  });

  test("comes back with the numbers drawn", () => {
    expect(drawNumbers(lines, "2026-03-01", 2)).toMatchObject({ line: thisYear, numbers: ["C1", "C2"] });
  });
});

describe("the next number", () => {
  test("of an unused series is its starting number", () => {
    expect(takeNumbers(aLine(), 1)).toEqual({
      taken: true,
      numbers: ["C00001"],
      lastNoUsed: "C00001",
      warning: false,
    });
  });

  test.each([
    ["C00009", 1, "C00010"],
    ["C00001", 10, "C00011"],
    ["C99", 1, "C100"],
    ["2026-0099-X", 1, "2026-0100-X"],
    ["AB(12)", 1, "AB(13)"],
    ["7", 1, "8"],
    ["A1B", 5, "A6B"],
    ["00000000000000000009", 1, "00000000000000000010"],
  ])("after %s in steps of %i is %s", (lastNoUsed, incrementBy, expected) => {
    expect(takeNumbers(aLine({ lastNoUsed, incrementBy }), 1)).toMatchObject({ numbers: [expected] });
  });

  test("cannot be counted up without digits", () => {
    expect(incrementNumber("ABC", 1)).toBeNull();
    expect(takeNumbers(aLine({ startingNo: "ABC" }), 1)).toMatchObject({ numbers: ["ABC"] });
    expect(takeNumbers(aLine({ startingNo: "ABC" }), 2)).toEqual({ taken: false, because: "no_digits" });
    expect(takeNumbers(aLine({ lastNoUsed: "ABC" }), 1)).toEqual({ taken: false, because: "no_digits" });
  });

  test("is refused beyond the ending number", () => {
    const line = aLine({ endingNo: "C00010", lastNoUsed: "C00009" });

    expect(takeNumbers(line, 1)).toMatchObject({ numbers: ["C00010"] });
    expect(takeNumbers({ ...line, lastNoUsed: "C00010" }, 1)).toEqual({ taken: false, because: "exhausted" });
    expect(takeNumbers(line, 2)).toEqual({ taken: false, because: "exhausted" });
  });

  test("grows beyond its digits up to an ending number of more digits", () => {
    expect(takeNumbers(aLine({ lastNoUsed: "C99", endingNo: "C100" }), 1)).toMatchObject({
      numbers: ["C100"],
    });
    expect(takeNumbers(aLine({ lastNoUsed: "C100", endingNo: "C100" }), 1)).toMatchObject({ taken: false });
  });

  test.each([
    ["C00007", false],
    ["C00008", true],
    ["C00009", true],
  ])("after %s warns: %s", (lastNoUsed, warning) => {
    expect(takeNumbers(aLine({ warningNo: "C00009", lastNoUsed }), 1)).toMatchObject({ warning });
  });

  test("is not compared with an ending number of another shape", () => {
    expect(takeNumbers(aLine({ endingNo: "D99999" }), 1)).toEqual({
      taken: false,
      because: "different_shape",
    });
    expect(takeNumbers(aLine({ warningNo: "C9-X" }), 1)).toEqual({
      taken: false,
      because: "different_shape",
    });
  });

  test("never has more than 20 characters", () => {
    const lastNoUsed = "99999999999999999999";
    expect(takeNumbers(aLine({ lastNoUsed }), 1)).toEqual({ taken: false, because: "too_long" });
  });

  test.each([0, -1, 1.5])("%d numbers cannot be drawn", (count) => {
    expect(() => takeNumbers(aLine(), count)).toThrow(RangeError);
  });
});

test("numbers of one shape compare by value, others not at all", () => {
  expect(compareNumbers("C9", "C10")).toBe(-1);
  expect(compareNumbers("C010", "C10")).toBe(0);
  expect(compareNumbers("C11", "C10")).toBe(1);
  expect(compareNumbers("C1", "D1")).toBeNull();
  expect(compareNumbers("ABC", "ABC")).toBe(0);
});

const anyLine = fc
  .record({
    before: fc.constantFrom("", "C", "2026-", "AB("),
    digits: fc.stringMatching(/^[0-9]{1,6}$/),
    after: fc.constantFrom("", ")", "-X"),
    incrementBy: fc.integer({ min: 1, max: 500 }),
    isUsed: fc.boolean(),
    room: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: null }),
  })
  .map(({ before, digits, after, incrementBy, isUsed, room }) => {
    const startingNo = `${before}${digits}${after}`;
    const endingNo = room === null ? null : incrementNumber(startingNo, room);
    return aLine({ startingNo, incrementBy, endingNo, lastNoUsed: isUsed ? startingNo : null });
  });

test("a block of n numbers is n single draws", () => {
  fc.assert(
    fc.property(anyLine, fc.integer({ min: 1, max: 40 }), (line, count) => {
      const single: string[] = [];
      let lastNoUsed = line.lastNoUsed;
      while (single.length < count) {
        const drawn = takeNumbers({ ...line, lastNoUsed }, 1);
        if (!drawn.taken) break;
        single.push(...drawn.numbers);
        lastNoUsed = drawn.lastNoUsed;
      }

      const block = takeNumbers(line, count);
      if (single.length === count) expect(block).toMatchObject({ numbers: single, lastNoUsed });
      else expect(block).toEqual({ taken: false, because: "exhausted" });
    }),
  );
});

test("numbers only grow and never repeat", () => {
  fc.assert(
    fc.property(anyLine, fc.integer({ min: 2, max: 40 }), (line, count) => {
      const block = takeNumbers({ ...line, endingNo: null }, count);
      const numbers = block.taken ? block.numbers : [];

      expect(numbers).toHaveLength(count);
      for (const [index, no] of numbers.slice(1).entries())
        expect(compareNumbers(numbers[index]!, no)).toBe(-1);
    }),
  );
});

test("a number of one's own needs a series that allows it, or none at all", () => {
  expect(decideManualNumber(null)).toEqual({ allowed: true });
  expect(decideManualNumber({ allowManual: true })).toEqual({ allowed: true });
  expect(decideManualNumber({ allowManual: false })).toEqual({ allowed: false, because: "manual_no" });
});

test("a drawn number needs a series that allows drawing", () => {
  expect(decideAutomaticNumber(null)).toEqual({ allowed: false, because: "setup_missing" });
  expect(decideAutomaticNumber({ allowAutomatic: true })).toEqual({ allowed: true });
  expect(decideAutomaticNumber({ allowAutomatic: false })).toEqual({
    allowed: false,
    because: "automatic_no",
  });
});
