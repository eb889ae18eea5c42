import { describe, expect, test } from "vitest";
import { chipText } from "./chip-text.ts";
import type { Filter } from "./filters.ts";

const salesperson: Filter = {
  kind: "code",
  key: "salespersonCode",
  labelKey: "fields.salespersonCode",
  source: { key: [], search: async () => [], find: async () => [] },
};

/** Texts as their keys and values: what is tested is which are chosen. */
const t = (key: string, values: object = {}) => [key.split(".").at(-1), ...Object.values(values)].join("|");
const format = { date: (day: string) => day, number: String };
const names: Readonly<Record<string, string>> = { AH: "Aino Harju", OH: "Oskari Haapavesi" };

function textOf(values: string): string {
  return chipText(salesperson, { salespersonCode: values }, t, format, (value) => names[value] ?? value);
}

describe("the chip of a filter by records", () => {
  test.for([
    ["AH", "is|salespersonCode|Aino Harju"],
    ["AH,OH", "is|salespersonCode|Aino Harju, Oskari Haapavesi"],
    ["OH,AH,XX", "severalValues|salespersonCode|Oskari Haapavesi|2"],
    ["XX", "is|salespersonCode|XX"],
  ])("%s is shown as %s", ([values, text]) => {
    expect(textOf(values!)).toBe(text);
  });
});
