import { expect, test } from "vitest";
import { clockText, minutesOf, secondsOf } from "./call-timer.rules.ts";

test.each([
  [0, "0:00", 1],
  [7, "0:07", 1],
  [60, "1:00", 1],
  [61, "1:01", 2],
  [247, "4:07", 5],
  [3_729, "1:02:09", 63],
])("%i seconds are shown as %s and counted as %i minutes", (seconds, text, minutes) => {
  expect(clockText(seconds)).toBe(text);
  expect(minutesOf(seconds)).toBe(minutes);
});

test("a running clock counts from its beginning, a stopped one stands", () => {
  expect(secondsOf({ isRunning: true, since: 10_000 }, 17_900)).toBe(7);
  expect(secondsOf({ isRunning: true, since: 10_000 }, 9_000)).toBe(0);
  expect(secondsOf({ isRunning: false, seconds: 42 }, 99_000)).toBe(42);
});
