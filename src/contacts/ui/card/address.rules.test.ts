import { expect, test } from "vitest";
import { addressLines, countryName, mapHref } from "./address.rules.ts";

const english = (code: string) => countryName(code, "en");
const blank = { address: null, address2: null, postCode: null, city: null, county: null, countryCode: null };

test("an address is read in lines, blank parts left out", () => {
  const address = { ...blank, address: "Rantatie 4", postCode: "55100", city: "Imatra", countryCode: "FI" };
  expect(addressLines(address, english)).toEqual(["Rantatie 4", "55100 Imatra", "Finland"]);
});

test("a country alone is no address", () => {
  expect(addressLines({ ...blank, countryCode: "FI" }, english)).toEqual([]);
});

test("the map is asked for the whole address", () => {
  expect(mapHref(["Rantatie 4", "55100 Imatra"])).toBe(
    "https://www.openstreetmap.org/search?query=Rantatie%204%2C%2055100%20Imatra",
  );
});

test.each([
  ["FI", "fi", "Suomi"],
  ["GB", "en", "United Kingdom"],
  ["ABROAD", "en", "ABROAD"],
  ["ZX", "en", "ZX"],
])("the country %s is called so in %s: %s", (code, language, name) => {
  expect(countryName(code, language)).toBe(name);
});
