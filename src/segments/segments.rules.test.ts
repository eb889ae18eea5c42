import { describe, expect, test } from "vitest";
import { assignContact, decideFollowing, splitExisting } from "./segments.rules.ts";

describe("lines follow their segment", () => {
  test.each([
    [["description"], 2, undefined, "ask"],
    [["description"], 2, true, "updateLines"],
    [["description"], 2, false, "headerOnly"],
    [["no"], 2, undefined, "headerOnly"],
    [["no", "date"], 1, undefined, "ask"],
    [["campaignNo"], 0, undefined, "headerOnly"],
    [["salespersonCode"], 0, true, "headerOnly"],
    [[], 5, true, "headerOnly"],
  ] as const)("change of %s with %s lines, answered %s: %s", (changed, lines, answer, expected) => {
    expect(decideFollowing(changed, lines, answer)).toBe(expected);
  });
});

describe("a line that gets a contact", () => {
  const segment = { description: "Fair", campaignId: 7, salespersonId: null, date: "2026-11-23" };

  test("SEG-022 takes the segment's values, and the contact's salesperson where that has none", () => {
    expect(assignContact(segment, { salespersonId: 3 }, {})).toEqual({ ...segment, salespersonId: 3 });
    expect(assignContact({ ...segment, salespersonId: 1 }, { salespersonId: 3 }, {}).salespersonId).toBe(1);
    expect(assignContact(segment, { salespersonId: null }, {}).salespersonId).toBeNull();
  });

  test("takes what is given instead, blank ones too", () => {
    const given = { description: null, campaignId: null, salespersonId: 9, date: "2026-12-01" };

    expect(assignContact({ ...segment, salespersonId: 1 }, { salespersonId: 3 }, given)).toEqual(given);
  });

  test("without a contact has the segment's salesperson", () => {
    expect(assignContact({ ...segment, salespersonId: 1 }, null, {}).salespersonId).toBe(1);
  });
});

describe("a segment that nobody is to be on twice", () => {
  test.each([
    ["who is new comes on it", [1, 2], [], [1, 2], []],
    ["who is on it already does not", [1, 2], [2], [1], [2]],
    ["who is named twice comes once", [1, 2, 1], [], [1, 2], [1]],
    ["lines without a contact all come", [null, 1, null], [1], [null, null], [1]],
  ] as const)("%s", (_, asked, present, added, existing) => {
    const split = splitExisting(
      asked.map((contactId) => ({ contactId })),
      new Set(present),
    );
    expect(split.added.map(({ contactId }) => contactId)).toEqual(added);
    expect(split.existing.map(({ contactId }) => contactId)).toEqual(existing);
  });
});
