import { expect, test } from "vitest";
import { timelineLines } from "./timeline-lines.ts";

const rows = [{ day: "2026-11-25" }, { day: "2026-11-25" }, { day: "2026-11-02" }, { day: "2026-10-31" }];
const dayOf = (row: { day: string }) => row.day;

test("each day has one heading before its entries", () => {
  const lines = timelineLines(rows, dayOf, "day");

  expect(lines.map((line) => (line.kind === "heading" ? line.period : "-"))).toEqual([
    "2026-11-25",
    "-",
    "-",
    "2026-11-02",
    "-",
    "2026-10-31",
    "-",
  ]);
});

test("by month, the last entry of each month is known", () => {
  const lines = timelineLines(rows, dayOf, "month");

  expect(lines.filter(({ kind }) => kind === "heading")).toHaveLength(2);
  expect(lines.map((line) => line.kind === "entry" && line.isLastOfPeriod)).toEqual([
    false,
    false,
    false,
    true,
    false,
    true,
  ]);
});

test("nothing happened: no headings", () => {
  expect(timelineLines([], dayOf, "day")).toEqual([]);
});
