import { describe, expect, test } from "vitest";
import { changesOf, letsFollow, policiesFor, type SyncPolicy } from "./sync-policy.rules.ts";

describe("what a policy lets through", () => {
  test.for<[SyncPolicy | null, boolean, boolean]>([
    ["both", true, true],
    ["contactToParty", true, false],
    ["partyToContact", false, true],
    ["off", false, false],
    [null, false, false],
  ])("%s: to the party %s, to the contact %s", ([policy, toParty, toContact]) => {
    expect(letsFollow(policy, "contactToParty")).toBe(toParty);
    expect(letsFollow(policy, "partyToContact")).toBe(toContact);
  });

  test("as a list for the database", () => {
    expect(policiesFor("contactToParty")).toEqual(["both", "contactToParty"]);
    expect(policiesFor("partyToContact")).toEqual(["both", "partyToContact"]);
  });
});

test("changes are the fields that differ, a missing value is blank", () => {
  const before = { name: "A", city: null, privacyBlocked: false };
  const after = { name: "B", city: undefined, privacyBlocked: true };

  expect(changesOf(["name", "city", "privacyBlocked"], before, after)).toEqual({
    name: ["A", "B"],
    privacyBlocked: [false, true],
  });
});
