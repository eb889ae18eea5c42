import { expect, test } from "vitest";
import type { MergeConflict, MergePreview } from "#contacts/merge/merge.contract.ts";
import {
  choosableFields,
  firstUndecided,
  keyOfConflict,
  problemOf,
  suggestedOverrides,
  toResolutions,
} from "./merge-form.rules.ts";

const conflict = {
  list: "alternativeAddresses",
  key: "COTTAGE",
  isSafe: false,
  current: { code: "COTTAGE", city: "Hanko" },
  duplicate: { code: "COTTAGE", city: "Porvoo" },
  fields: ["city"],
  renames: "code",
} as const satisfies MergeConflict;

function aPreview(overrides: Partial<MergePreview> = {}): MergePreview {
  const side = { type: "company", name: "Salo Oy", searchName: "SALO OY" } as MergePreview["current"];
  return { current: side, duplicate: side, fields: [], lists: [], conflicts: [], ...overrides };
}

const differing = (field: string, isSuggested = false) => ({
  field,
  current: "a",
  duplicate: "b",
  canOverride: field !== "no",
  isSuggested,
});

test("one chooses the name, not what follows from it", () => {
  const fields = ["no", "name", "searchName", "firstName", "city"].map((field) => differing(field));
  const person = { type: "person", name: "Aino Salo", searchName: "AINO SALO" } as MergePreview["current"];
  const named = (preview: MergePreview) => choosableFields(preview).map(({ field }) => field);

  expect(named(aPreview({ fields, current: person, duplicate: person }))).toEqual(["name", "city"]);
  const written = { ...person, searchName: "OMA HAKU" };
  expect(named(aPreview({ fields, current: person, duplicate: written }))).toEqual([
    "name",
    "searchName",
    "city",
  ]);
});

test("what is suggested is chosen to begin with", () => {
  const preview = aPreview({ fields: [differing("city"), differing("phoneNo", true)] });

  expect([...suggestedOverrides(preview)]).toEqual(["phoneNo"]);
});

test("a conflict is decided by removing, or by another key", () => {
  expect(problemOf(conflict, null)).toBe("undecided");
  expect(problemOf(conflict, { action: "remove", fields: [] })).toBeNull();
  expect(problemOf(conflict, { action: "rename", newKey: " " })).toBe("newKey");
  expect(problemOf(conflict, { action: "rename", newKey: "cottage" })).toBe("newKey");
  expect(problemOf(conflict, { action: "rename", newKey: "island" })).toBeNull();
});

test("only what somebody has to decide is asked for and sent", () => {
  const preview = aPreview({ conflicts: [{ ...conflict, key: "WINTER", isSafe: true }, conflict] });
  const decisions = { [keyOfConflict(conflict)]: { action: "rename", newKey: " island " } } as const;

  expect(firstUndecided(preview, {})).toBe(conflict);
  expect(firstUndecided(preview, decisions)).toBeNull();
  expect(toResolutions(preview, decisions)).toEqual([
    { list: "alternativeAddresses", key: "COTTAGE", action: "rename", newKey: "island" },
  ]);
});
