import { describe, expect, test } from "vitest";
import { type CheckedLine, checkSeriesLines } from "./number-series-lines.rules.ts";

function aLine(values: Partial<CheckedLine> = {}): CheckedLine {
  return {
    startingDate: "2026-01-01",
    startingNo: "C001",
    endingNo: "C999",
    warningNo: "C950",
    lastNoUsed: null,
    ...values,
  };
}

describe("lines of a number series", () => {
  test.each([
    [{}],
    [{ endingNo: null, warningNo: null }],
    [{ startingNo: "C99", endingNo: "C100", warningNo: "C100", lastNoUsed: "C99" }],
    [{ lastNoUsed: "C999" }],
  ])("are fine with %j", (values) => {
    expect(checkSeriesLines([aLine(values)])).toEqual([]);
  });

  test.each([
    [{ startingNo: "ABC" }, [["startingNo", "no_series_no_digits"]]],
    [{ endingNo: "D999" }, [["endingNo", "no_series_different_shape"]]],
    [{ warningNo: "C-950" }, [["warningNo", "no_series_different_shape"]]],
    [{ lastNoUsed: "C001X" }, [["lastNoUsed", "no_series_different_shape"]]],
    [{ endingNo: "C000", warningNo: null }, [["endingNo", "no_series_before_start"]]],
    [{ lastNoUsed: "C000" }, [["lastNoUsed", "no_series_before_start"]]],
    [{ warningNo: "C1000" }, [["warningNo", "no_series_beyond_end"]]],
    [
      { warningNo: "C1000", lastNoUsed: "C1001" },
      [
        ["warningNo", "no_series_beyond_end"],
        ["lastNoUsed", "no_series_beyond_end"],
      ],
    ],
  ])("are refused with %j", (values, expected) => {
    const errors = checkSeriesLines([aLine({ startingDate: "2025-01-01" }), aLine(values)]);

    expect(errors).toEqual(expected.map(([field, code]) => ({ path: `lines.1.${field}`, code })));
  });

  test("have a starting date of their own each", () => {
    expect(checkSeriesLines([aLine(), aLine()])).toEqual([
      { path: "lines.1.startingDate", code: "no_series_line_exists" },
    ]);
  });
});
