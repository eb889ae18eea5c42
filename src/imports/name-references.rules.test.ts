import { expect, test } from "vitest";
import { codeMeant, type NamedRow } from "./name-references.rules.ts";
import { countryOfName, languageOfName } from "./world-names.ts";

const countries: NamedRow[] = [
  { code: "FI", label: "Finland", other: "FI" },
  { code: "SVE", label: "Sverige", other: "SE" },
  { code: "DEU", label: "FI", other: "DE" },
];
const languages: NamedRow[] = [
  { code: "FIN", label: "Suomi", other: "fi-FI" },
  { code: "ENU", label: "English (US)", other: "en-US" },
  { code: "ENG", label: "English (UK)", other: "en-GB" },
];

test.each([
  ["fi", "FI"],
  ["finland", "FI"],
  ["SVE", "SVE"],
  ["se", "SVE"],
  ["Ruotsi", "SVE"],
  ["Saksa", "DEU"],
  ["Narnia", null],
  ["", null],
])("the country %s is %s", (text, code) => {
  expect(codeMeant(text, countries, countryOfName(text))).toBe(code);
});

test.each([
  ["fin", "FIN"],
  ["suomi", "FIN"],
  ["Finnish", "FIN"],
  ["fi", "FIN"],
  ["fi-FI", "FIN"],
  ["en-gb", "ENG"],
  ["en", null],
])("the language %s is %s", (text, code) => {
  expect(codeMeant(text, languages, languageOfName(text))).toBe(code);
});

test("a name that two rows bear means neither", () => {
  const rows = [
    { code: "A", label: "North", other: null },
    { code: "B", label: "north", other: null },
  ];

  expect(codeMeant("North", rows, null)).toBeNull();
  expect(codeMeant("b", rows, null)).toBe("B");
});
