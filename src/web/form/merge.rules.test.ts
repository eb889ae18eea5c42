import { expect, test } from "vitest";
import { changesBetween, mergeChanges } from "./merge.rules.ts";

const base = { name: "Saimaan Paperi", city: "Imatra", phoneNo: null, codes: ["A", "B"] };

test("only changed fields are sent, cleared ones as null", () => {
  expect(changesBetween(base, { ...base, city: "Lappeenranta", codes: ["A", "B"] })).toEqual({
    city: "Lappeenranta",
  });
  expect(changesBetween<Record<string, unknown>>(base, { ...base, city: null })).toEqual({ city: null });
  expect(changesBetween(base, { ...base })).toEqual({});
});

test("changes to different fields are joined", () => {
  const merge = mergeChanges(base, { ...base, city: "Lahti" }, { ...base, phoneNo: "+358 50 1" });

  expect(merge.collisions).toEqual([]);
  expect(merge.onlyTheirs).toEqual(["phoneNo"]);
  expect(merge.merged).toEqual({ ...base, city: "Lahti", phoneNo: "+358 50 1" });
});

test("a field both changed is named with both values, mine first", () => {
  const merge = mergeChanges(base, { ...base, city: "Lahti" }, { ...base, city: "Kouvola", name: "Saimaa" });

  expect(merge.collisions).toEqual([{ field: "city", mine: "Lahti", theirs: "Kouvola" }]);
  expect(merge.onlyTheirs).toEqual(["name"]);
  expect(merge.merged.city).toBe("Lahti");
});

test("the same change by both is no collision", () => {
  const merge = mergeChanges(base, { ...base, codes: ["C"] }, { ...base, codes: ["C"] });

  expect(merge.collisions).toEqual([]);
  expect(merge.merged.codes).toEqual(["C"]);
});
