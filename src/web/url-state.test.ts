import { expect, test } from "vitest";
import {
  nextSort,
  parseSearch,
  pickKnown,
  readSort,
  readValues,
  stringifySearch,
  writeValues,
} from "./url-state.ts";

test("search parameters stay texts, whatever they look like", () => {
  expect(parseSearch("?search=007&flag=true&note=null")).toEqual({
    search: "007",
    flag: "true",
    note: "null",
  });
});

test("blanks are left out and commas stay readable", () => {
  expect(stringifySearch({ a: "AH,JK", b: "", c: undefined, d: null, e: 5 })).toBe("?a=AH,JK&e=5");
  expect(stringifySearch({})).toBe("");
});

test("what is written is read again", () => {
  const values = { search: "Mäkinen & Söner, 50 %", back: "/contacts/CT1?tab=log" };

  expect(parseSearch(stringifySearch(values))).toEqual(values);
});

test("several values are separated by commas", () => {
  expect(readValues(" AH, ,JK,")).toEqual(["AH", "JK"]);
  expect(readValues(undefined)).toEqual([]);
  expect(writeValues([])).toBeUndefined();
});

test("a heading sorts ascending, descending and back to the list's own order", () => {
  expect(nextSort(undefined, "name")).toBe("name");
  expect(nextSort("name", "name")).toBe("-name");
  expect(nextSort("-name", "name")).toBeUndefined();
  expect(nextSort("-date", "name")).toBe("name");
  expect(readSort("-date")).toEqual({ key: "date", isDescending: true });
  expect(readSort("")).toBeNull();
});

test("a page's own parameters do not reach the request", () => {
  expect(pickKnown({ type: "company", tab: "log", sort: "" }, ["type", "sort"])).toEqual({ type: "company" });
});
