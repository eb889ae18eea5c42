import { expect, test } from "vitest";
import { dayPartOf, givenName, labelledWeeks, scaleTop, sundayOf, weekNumber } from "./home.rules.ts";

test.each([
  ["04:59:00", "night"],
  ["05:00:00", "morning"],
  ["10:59:59", "morning"],
  ["11:00:00", "day"],
  ["17:00:00", "evening"],
  ["22:59:00", "evening"],
  ["23:00:00", "night"],
])("at %s one says good %s", (time, part) => {
  expect(dayPartOf(time)).toBe(part);
});

test("one is greeted by the first name, without one by the user name", () => {
  expect(givenName({ fullName: "Aino Kallio", userName: "aino" })).toBe("Aino");
  expect(givenName({ fullName: " ", userName: "aino" })).toBe("aino");
});

test("a week ends on Sunday, across months", () => {
  expect(sundayOf("2026-11-30")).toBe("2026-12-06");
});

test.each([
  ["2026-11-23", 48],
  ["2026-12-28", 53],
  ["2027-01-04", 1],
  ["2024-12-30", 1],
])("the week of %s is number %i", (monday, number) => {
  expect(weekNumber(monday)).toBe(number);
});

test.each([
  [0, 2],
  [1, 2],
  [3, 4],
  [37, 40],
  [41, 60],
  [99, 100],
  [130, 200],
])("%i interactions are drawn on a scale up to %i", (noOfInteractions, top) => {
  expect(scaleTop([{ noOfInteractions }])).toBe(top);
});

test("the first week of each month is labelled, the chart's first bar is not", () => {
  const weeks = ["2026-10-26", "2026-11-02", "2026-11-09", "2026-12-07"].map((monday) => ({ monday }));
  expect([...labelledWeeks(weeks)]).toEqual(["2026-11-02", "2026-12-07"]);
});
