import { expect, test } from "vitest";
import { longestWaitSeconds, waitSeconds } from "./prefer.rules.ts";

test.each([
  [undefined, 0],
  ["", 0],
  ["respond-async", 0],
  ["wait=10", 10],
  ["Wait = 10", 10],
  ['respond-async, wait="5"; foo', 5],
  [["respond-async", "wait=7"], 7],
  ["wait=3, wait=9", 3],
  ["wait=86400", longestWaitSeconds],
  ["wait=-1", 0],
  ["wait=soon", 0],
  ["await=10", 0],
])("Prefer: %s waits %i seconds", (header, seconds) => {
  expect(waitSeconds(header as string | undefined)).toBe(seconds);
});
