import { describe, expect, test } from "vitest";
import { countedAddress, failuresAfterAnother, remainingWait, waitAfter } from "./sign-in.rules.ts";

const now = new Date("2026-11-23T12:00:00Z");
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1_000);

describe("waiting after failures", () => {
  test.each([
    [0, 0],
    [4, 0],
    [5, 5],
    [6, 10],
    [7, 20],
    [12, 640],
    [13, 900],
    [500, 900],
  ])("a user who failed %i times waits %i seconds", (failures, seconds) => {
    expect(waitAfter("user", failures)).toBe(seconds);
  });

  test("an address may fail more often than a user", () => {
    expect(waitAfter("address", 29)).toBe(0);
    expect(waitAfter("address", 30)).toBe(5);
  });

  test("the wait runs from the last failure and is rounded up", () => {
    expect(remainingWait("user", { failures: 6, lastFailedAt: secondsAgo(0) }, now)).toBe(10);
    expect(remainingWait("user", { failures: 6, lastFailedAt: secondsAgo(9.5) }, now)).toBe(1);
    expect(remainingWait("user", { failures: 6, lastFailedAt: secondsAgo(10) }, now)).toBe(0);
  });

  test("a day without a failure starts the count anew", () => {
    expect(failuresAfterAnother({ failures: 12, lastFailedAt: secondsAgo(86_400) }, now)).toBe(13);
    expect(failuresAfterAnother({ failures: 12, lastFailedAt: secondsAgo(86_401) }, now)).toBe(1);
  });
});

describe("an address as it is counted", () => {
  test.each([
    ["192.0.2.7", "192.0.2.7"],
    ["::ffff:192.0.2.7", "192.0.2.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2::9", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("%s counts as %s", (address, expected) => {
    expect(countedAddress(address)).toBe(expected);
  });
});
