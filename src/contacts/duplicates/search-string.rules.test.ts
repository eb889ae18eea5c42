import { describe, expect, test } from "vitest";
import { compareStrings, defaultRows, inOrder, neededHits, searchStringOf } from "./search-string.rules.ts";

const first = { part: "first", length: 5 } as const;
const last = { part: "last", length: 5 } as const;

describe("a search string", () => {
  test.each([
    ["A/S Nord-Lys & Co.", "ASNOR", "LYSCO"],
    ["Kuu", "KUU", "KUU"],
    ["O'Brien & Sons", "O'BRI", "NSONS"],
    ["  {#!£$\\}  ", null, null],
    ["", null, null],
    [null, null, null],
    ["Äyräs Öljy", "ÄYRÄS", "SÖLJY"],
    ["+358 (40) 123-456", "35840", "23456"],
    ["𝔘𝔫𝔦𝔠𝔬𝔡𝔢", "𝔘𝔫𝔦𝔠𝔬", "𝔦𝔠𝔬𝔡𝔢"],
    ["Maßstab", "MASSST", "SSSTAB"],
    ["a\u00a0b\u2009c", "ABC", "ABC"],
  ])("of %j begins as %j and ends as %j", (value, beginning, end) => {
    expect([searchStringOf(value, first), searchStringOf(value, last)]).toEqual([beginning, end]);
  });

  test("is cut before it is put into capitals", () => {
    expect(searchStringOf("straße", { part: "last", length: 2 })).toBe("SSE");
  });
});

describe("how many hits make a pair", () => {
  test.each([
    [16, 60, 10],
    [16, 10, 2],
    [16, 100, 16],
    [16, 1, 1],
    [100, 7, 7],
    [3, 34, 2],
    [0, 60, 1],
  ])("of %i rows, %i %% are %i", (rows, percent, needed) => {
    expect(neededHits(rows, percent)).toBe(needed);
  });
});

test("the defaults are both ends of eight fields, five characters each", () => {
  expect(defaultRows).toHaveLength(16);
  expect(new Set(defaultRows.map(({ field }) => field)).size).toBe(8);
  expect(defaultRows.every(({ length }) => length === 5)).toBe(true);
});

test("blank strings hit nobody, and rows are shown field by field", () => {
  const blank = Object.fromEntries(defaultRows.map(({ field }) => [field, null])) as Record<
    (typeof defaultRows)[number]["field"],
    string | null
  >;
  const rows = inOrder([
    { field: "city", part: "last", length: 5 },
    { field: "name", part: "last", length: 5 },
    { field: "name", part: "first", length: 5 },
  ]);

  const compared = compareStrings(rows, { ...blank, name: "Kuura Oy" }, { ...blank, name: "Kuurankukka" });

  expect(compared.map(({ row, isHit }) => [row.field, row.part, isHit])).toEqual([
    ["name", "first", true],
    ["name", "last", false],
    ["city", "last", false],
  ]);
});
