import { expect, test } from "vitest";
import { meantOption } from "./meant-option.rules.ts";

const halla = { value: "C1", label: "Halla Oy" };
const twin = { value: "C2", label: "Halla Oy" };
const routa = { value: "C3", label: "Routa Oy" };

test.for([
  ["its number", "c1", [halla, twin, routa], halla],
  ["its name, whatever the case", " routa oy ", [halla, routa], routa],
  ["a part of it, when nothing else was found", "rout", [routa], routa],
  ["a name that several have", "halla oy", [halla, twin], null],
  ["a part of several names", "oy", [halla, routa], null],
  ["nothing that is here", "kaste", [], null],
  ["nothing", " ", [halla], null],
] as const)("%s", ([, words, options, expected]) => {
  expect(meantOption(words, options, { onlyExact: false })).toBe(expected);
});

test("where something new can be called so, only the very name means what is here", () => {
  expect(meantOption("rout", [routa], { onlyExact: true })).toBeNull();
  expect(meantOption("routa oy", [routa], { onlyExact: true })).toBe(routa);
});
