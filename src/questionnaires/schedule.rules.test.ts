import { expect, test } from "vitest";
import { splitTimestamp } from "#platform/moment.rules.ts";
import { isDue, lastWanted } from "./schedule.rules.ts";

const daily = { schedule: "daily", weekday: "monday", hour: 5 } as const;
const weekly = { schedule: "weekly", weekday: "wednesday", hour: 5 } as const;

// 23 November 2026 is a Monday.
test.for([
  [{ ...daily, schedule: "off" }, "2026-11-23 12:00:00", null],
  [daily, "2026-11-23 04:59:59", "2026-11-22 05:00:00"],
  [daily, "2026-11-23 05:00:00", "2026-11-23 05:00:00"],
  [{ ...daily, hour: 0 }, "2026-01-01 00:01:00", "2026-01-01 00:00:00"],
  [weekly, "2026-11-23 12:00:00", "2026-11-18 05:00:00"],
  [weekly, "2026-11-25 04:00:00", "2026-11-18 05:00:00"],
  [weekly, "2026-11-25 05:01:00", "2026-11-25 05:00:00"],
  [{ ...weekly, weekday: "sunday" }, "2026-11-23 00:00:00", "2026-11-22 05:00:00"],
] as const)("%o at %s was last wanted at %s", ([schedule, now, expected]) => {
  expect(lastWanted(schedule, splitTimestamp(now))).toBe(expected);
});

test.for([
  ["ordered yesterday", daily, "2026-11-23 05:01:00", "2026-11-22 05:01:00", true],
  ["ordered an hour ago", daily, "2026-11-23 06:01:00", "2026-11-23 05:01:00", false],
  ["not yet", daily, "2026-11-23 04:01:00", "2026-11-22 05:01:00", false],
  ["missed for two days", daily, "2026-11-23 11:01:00", "2026-11-21 05:01:00", true],
  ["set after its hour", daily, "2026-11-23 11:01:00", "2026-11-23 10:40:00", false],
  [
    "the hour comes twice when summer time ends",
    { ...daily, hour: 3 },
    "2026-10-25 03:01:00",
    "2026-10-25 03:01:00",
    false,
  ],
  [
    "the hour is left out when it begins",
    { ...daily, hour: 3 },
    "2026-03-29 04:01:00",
    "2026-03-28 03:01:00",
    true,
  ],
] as const)("%s", ([, schedule, now, ordered, expected]) => {
  expect(isDue(schedule, splitTimestamp(now), splitTimestamp(ordered))).toBe(expected);
});
