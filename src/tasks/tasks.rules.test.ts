import { describe, expect, test } from "vitest";
import { dateClosedAfter, refuseType, refuseValues, statusAfter } from "./tasks.rules.ts";

describe("a task", () => {
  test("needs date, description and salesperson, and a date that a calendar has room for", () => {
    const blank = { date: null, description: null, salespersonCode: null };
    const codes = (values: object) => refuseValues({ ...blank, ...values }).map(({ code }) => code);

    expect(codes({})).toEqual(["date_required", "description_required", "salesperson_required"]);
    expect(codes({ date: "1899-12-31", description: "Call", salespersonCode: "AH" })).toEqual(["task_date"]);
    expect(codes({ date: "2999-12-31", description: "Call", salespersonCode: "AH" })).toEqual([]);
  });

  test.for([
    [null, "phoneCall", null],
    ["phoneCall", null, null],
    ["meeting", "meeting", null],
    ["meeting", null, "task_type_fixed"],
    ["phoneCall", "meeting", "task_type_fixed"],
  ] as const)("of type %s turned into %s: %s", ([before, after, refusal]) => {
    expect(refuseType(before, after)).toBe(refusal);
  });

  test.for([
    ["notStarted", { closed: true }, "completed"],
    ["completed", { closed: false }, "inProgress"],
    ["waiting", { closed: false }, "waiting"],
    ["completed", { status: "waiting" }, "waiting"],
    ["completed", { closed: true }, "completed"],
  ] as const)("that is %s, written %o, is %s", ([before, written, after]) => {
    expect(statusAfter(before, written)).toBe(after);
  });

  test("keeps the day it was closed until it is opened again", () => {
    const closed = { status: "completed", dateClosed: "2026-11-20" } as const;

    expect(dateClosedAfter({ status: "waiting", dateClosed: null }, "completed", "2026-11-23")).toBe(
      "2026-11-23",
    );
    expect(dateClosedAfter(closed, "completed", "2026-11-23")).toBe("2026-11-20");
    expect(dateClosedAfter(closed, "inProgress", "2026-11-23")).toBeNull();
  });
});
