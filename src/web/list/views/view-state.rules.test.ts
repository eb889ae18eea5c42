import { describe, expect, test } from "vitest";
import { columnsOfView, columnsToSave, isModified, saysNothing, searchOf } from "./view-state.rules.ts";

const known = ["search", "sort", "type", "city"];
const columns = [{ key: "name" }, { key: "city" }, { key: "no", startsHidden: true }];
const companies = { id: 7, query: { type: "company", sort: "-name" }, columns: null };

test("a view takes the place of whatever the address line says of the list", () => {
  expect(searchOf(companies, known)).toEqual({
    search: undefined,
    sort: "-name",
    type: "company",
    city: undefined,
    view: "7",
  });
  expect(searchOf(null, known)).toEqual({
    search: undefined,
    sort: undefined,
    type: undefined,
    city: undefined,
    view: "all",
  });
});

test.for([
  [{}, true],
  [{ entry: "12" }, true],
  [{ type: "" }, true],
  [{ type: "company" }, false],
  [{ search: "oy" }, false],
  [{ view: "all" }, false],
  [{ view: "7" }, false],
] as const)("a list opens with its view only where nothing else is said: %o → %s", ([search, expected]) => {
  expect(saysNothing(search, known)).toBe(expected);
});

describe("a view is modified", () => {
  const shown = { query: { sort: "-name", type: "company" }, columns: null };

  test("by another filter or order, in whatever sequence they stand", () => {
    expect(isModified(companies, shown)).toBe(false);
    expect(isModified(companies, { ...shown, query: { type: "company" } })).toBe(true);
    expect(isModified(companies, { ...shown, query: { ...shown.query, city: "Turku" } })).toBe(true);
  });

  test("by other columns, in whatever sequence they stand", () => {
    expect(isModified({ ...companies, columns: ["name", "no"] }, { ...shown, columns: ["no", "name"] })).toBe(
      false,
    );
    expect(isModified(companies, { ...shown, columns: ["name"] })).toBe(true);
    expect(isModified({ ...companies, columns: ["name"] }, shown)).toBe(true);
  });
});

test("columns are saved only where they are not the list's own; those that are gone are forgotten", () => {
  expect(columnsToSave(columns, [{ key: "name" }, { key: "city" }])).toBeNull();
  expect(columnsToSave(columns, [{ key: "name" }])).toEqual(["name"]);
  expect(columnsOfView({ query: {}, columns: null }, columns)).toBeNull();
  expect(columnsOfView({ query: {}, columns: ["no", "shoeSize"] }, columns)).toEqual(["no"]);
  expect(columnsOfView({ query: {}, columns: ["name", "city", "shoeSize"] }, columns)).toBeNull();
});
