import { describe, expect, test } from "vitest";
import { guessCountry, missingRows, suggestSalespersonCode } from "./assistant.rules.ts";
import { presetCountries } from "./assistant-presets/countries.data.ts";
import { presetLanguages } from "./assistant-presets/languages.data.ts";
import { branches, branchPresets } from "./assistant-presets/templates.data.ts";
import { countries } from "./lists/lists.contract.ts";
import { composeSalutation } from "./salutations/salutation.rules.ts";

describe("suggestions", () => {
  test.each([
    ["Europe/Helsinki", ["en-GB"], "FI"],
    ["Etc/UTC", ["fi", "sv-SE"], "SE"],
    ["Etc/UTC", ["en"], null],
  ])("the country for time zone %s and languages %j is %s", (timeZone, languages, expected) => {
    expect(guessCountry(timeZone, languages)?.code ?? null).toBe(expected);
  });

  test.each([
    ["Aino Kiviharju", [], "AK"],
    ["Åsa-Maria Öhman", [], "AMO"],
    ["Administrator", [], "ADMIN"],
    ["Aino Kiviharju", ["AK", "AK2"], "AK3"],
    ["李", [], "ME"],
  ])("the code of %s beside %j is %s", (name, taken, expected) => {
    expect(suggestSalespersonCode(name, taken)).toBe(expected);
  });

  test("a preset creates what is not there yet", () => {
    expect(missingRows([{ code: "A" }, { code: "B" }], [{ code: "B" }])).toEqual([{ code: "A" }]);
  });
});

describe("presets", () => {
  test.each(presetCountries)("$code is a country that the list takes", (country) => {
    const { code, numericCode, addressFormat, vatFormats } = country;

    const row = { code, name: code, isoCode: code, numericCode, addressFormat, vatFormats };

    expect(countries.create.body?.safeParse(row).success).toBe(true);
    expect(Intl.supportedValuesOf("currency")).toContain(country.currencyCode);
    expect(() => new Intl.DateTimeFormat("en", { timeZone: country.timeZone })).not.toThrow();
    expect(presetLanguages.map((language) => language.code)).toContain(country.languageCode);
  });

  test.each(presetLanguages)("letters in $code begin without gaps", (language) => {
    const anna = {
      jobTitle: null,
      firstName: "Anna",
      middleName: null,
      surname: "Salo",
      initials: null,
      companyName: "Lumo Oy",
    };
    const texts = [language.person, language.company].flatMap(({ formal, informal }) =>
      [formal, informal].map(({ salutation, names: [name1 = null, name2 = null] }) =>
        composeSalutation({ salutation, name1, name2, name3: null, name4: null, name5: null }, anna),
      ),
    );

    expect(texts.join("\n")).not.toMatch(/%| {2}/);
  });

  test.each(branches)("the templates of %s belong to its groups and have codes of their own", (branch) => {
    const { groups, templates, calls } = branchPresets[branch];
    const codes = templates.map(({ code }) => code);

    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => code.length <= 10)).toBe(true);
    expect(groups.map(({ code }) => code).sort()).toEqual(
      [...new Set(templates.map(({ interactionGroupCode }) => interactionGroupCode))].sort(),
    );
    expect(codes).toEqual(expect.arrayContaining(Object.values(calls)));
  });
});
