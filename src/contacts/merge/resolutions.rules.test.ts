import { describe, expect, test } from "vitest";
import { type Clash, filledBlanks, isSafe, resolveClashes } from "./resolutions.rules.ts";

function aClash(overrides: Partial<Clash> = {}): Clash {
  return {
    list: "alternativeAddresses",
    key: "COTTAGE",
    current: { code: "COTTAGE", city: "Hanko", phoneNo: null },
    duplicate: { code: "COTTAGE", city: "Hanko", phoneNo: "1" },
    fields: ["city", "phoneNo"],
    fieldsGoTogether: false,
    renames: "code",
    isByMeaning: false,
    ...overrides,
  };
}

describe("whether a row can go by itself", () => {
  test.each<[string, Partial<Clash>, boolean]>([
    ["what one lacks the other has", {}, true],
    ["they are the same", { fields: ["city"] }, true],
    ["there is nothing but the key", { fields: [] }, true],
    ["a value differs", { duplicate: { code: "COTTAGE", city: "Porvoo", phoneNo: null } }, false],
    ["the survivor cannot have both for another reason", { isByMeaning: true }, false],
    ["a plain relation is filled by a link", relation(null, null, "customer", "CU1"), true],
    ["a link stays beside a plain relation", relation("customer", "CU1", null, null), true],
    ["half of a link differs", relation("customer", "CU1", "customer", "CU2"), false],
  ])("%s", (_, overrides, safe) => {
    expect(isSafe(aClash(overrides))).toBe(safe);
  });

  test("what is blank at the survivor is filled, nothing else", () => {
    expect(filledBlanks(aClash())).toEqual(["phoneNo"]);
  });
});

function relation(
  linkTo: string | null,
  linkNo: string | null,
  otherTo: string | null,
  otherNo: string | null,
) {
  return {
    fields: ["linkTo", "linkNo"],
    fieldsGoTogether: true,
    current: { code: "CUST", linkTo, linkNo },
    duplicate: { code: "CUST", linkTo: otherTo, linkNo: otherNo },
  } satisfies Partial<Clash>;
}

describe("resolving", () => {
  const named = { list: "alternativeAddresses", key: "COTTAGE" } as const;
  const resolve = (resolution: object, clash = aClash()) =>
    resolveClashes([clash], [{ ...named, action: "remove", ...resolution }], { autoResolve: false });

  test("safe ones resolve themselves only if wanted, and never against somebody's word", () => {
    const clash = aClash();
    expect(resolveClashes([clash], [], { autoResolve: false }).open).toEqual([clash]);
    expect(resolveClashes([clash], [], { autoResolve: true }).resolved).toEqual([
      { clash, outcome: { action: "remove", copies: ["phoneNo"] } },
    ]);
    const said = resolveClashes([clash], [{ ...named, action: "remove", fields: [] }], { autoResolve: true });
    expect(said.resolved).toEqual([{ clash, outcome: { action: "remove", copies: [] } }]);
  });

  test.each([
    ["another key", { action: "rename", newKey: " island " }, { action: "rename", newKey: "ISLAND", at: 0 }],
    ["fields to copy", { fields: ["city"] }, { action: "remove", copies: ["city"] }],
    ["the same key beside removing", { newKey: "cottage" }, { action: "remove", copies: [] }],
  ])("with %s", (_, resolution, outcome) => {
    expect(resolve(resolution).resolved[0]?.outcome).toEqual(outcome);
  });

  test.each([
    ["no new key", { action: "rename" }, "merge_rename_key"],
    ["the old key", { action: "rename", newKey: "Cottage" }, "merge_rename_key"],
    ["another key beside removing", { newKey: "ISLAND" }, "merge_restore_key"],
    ["a field the row has not", { fields: ["searchWord"] }, "not_allowed_value"],
    ["a row that does not clash", { key: "WINTER" }, "not_found"],
  ])("is refused with %s", (_, resolution, because) => {
    expect(resolve(resolution).problems).toMatchObject([{ because, at: 0 }]);
  });

  test("a row without a key of its own cannot be renamed", () => {
    const resolution = { action: "rename", newKey: "X" };
    expect(resolve(resolution, aClash({ renames: null })).problems).toMatchObject([
      { because: "merge_rename_key" },
    ]);
  });

  test("fields that say one thing together are copied together", () => {
    const clash = aClash(relation("customer", "CU1", "customer", "CU2"));
    expect(resolve({ fields: ["linkNo"] }, clash).resolved[0]?.outcome).toEqual({
      action: "remove",
      copies: ["linkTo", "linkNo"],
    });
  });
});
