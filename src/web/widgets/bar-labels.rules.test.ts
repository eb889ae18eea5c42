import { expect, test } from "vitest";
import { placeLabels, shortened } from "./bar-labels.rules.ts";

const names = (count: number, length: number) => Array.from({ length: count }, () => "x".repeat(length));

test.for<[string, readonly string[], number, object]>([
  ["months on a desk", names(12, 7), 900, { shown: "all", isSlanted: false, height: 30 }],
  ["months on a phone", names(12, 7), 320, { shown: "all", isSlanted: true, height: 55 }],
  ["long codes", names(15, 30), 900, { shown: "all", isSlanted: true, height: 100 }],
  ["days", names(60, 6), 900, { shown: "evenly", isSlanted: false, height: 30 }],
  ["none", [], 900, { shown: "all", isSlanted: false, height: 30 }],
])("names under bars: %s", ([, labels, width, placing]) => {
  expect(placeLabels(labels, width)).toEqual(placing);
});

test("a slanted name is cut with a sign of it", () => {
  expect(shortened("SHOWROOM")).toBe("SHOWROOM");
  expect(shortened("A VERY LONG NAME OF IT")).toBe("A VERY LONG NAM…");
});
