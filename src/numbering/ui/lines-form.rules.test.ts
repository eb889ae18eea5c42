import { describe, expect, test } from "vitest";
import { type EditedLine, lineFaults, newLine, nextNumber, sentLines } from "./lines-form.rules.ts";

const line = (change: Partial<EditedLine> = {}): EditedLine => ({
  ...newLine("2026-01-01", "CT000001"),
  ...change,
});

describe("the next number", () => {
  test("is the starting number of a fresh line, as it is typed", () => {
    expect(nextNumber([line({ startingNo: " ct000001" })], "2026-11-25")).toEqual({
      no: "CT000001",
      isWarned: false,
    });
  });

  test("goes on after the last one used and tells when the warning number is reached", () => {
    const lines = [line({ lastNoUsed: "CT000899", warningNo: "CT000900" })];

    expect(nextNumber(lines, "2026-11-25")).toEqual({ no: "CT000900", isWarned: true });
  });

  test.each([
    [[], "no_line"],
    [[line({ open: false })], "no_line"],
    [[line({ startingDate: "2027-01-01" })], "no_line"],
    [[line({ startingNo: "CONTACT" })], "no_digits"],
    [[line({ lastNoUsed: "CT000009", endingNo: "CT000009" })], "exhausted"],
    [[line({ endingNo: "X9" })], "different_shape"],
  ] as const)("there is none for %j: %s", (lines, because) => {
    expect(nextNumber(lines, "2026-11-25")).toEqual({ no: null, because });
  });
});

test("what is wrong with a line is told at its field, but not what is still blank", () => {
  const lines = [line({ startingNo: null }), line(), line({ startingDate: "2026-02-01", endingNo: "X9" })];

  expect(lineFaults(lines)).toEqual({
    "lines.1.startingDate": "no_series_line_exists",
    "lines.2.endingNo": "no_series_different_shape",
  });
});

test("a line that exists is sent without its last number, one that was moved with it", () => {
  const counting = line({ lastNoUsed: "CT000007" });
  const saved = [{ startingDate: "2026-01-01" }];

  expect(sentLines([counting], saved)[0]).not.toHaveProperty("lastNoUsed");
  expect(sentLines([{ ...counting, startingDate: "2026-06-01" }], saved)[0]).toMatchObject({
    startingDate: "2026-06-01",
    lastNoUsed: "CT000007",
  });
});
