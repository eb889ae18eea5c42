import { describe, expect, test } from "vitest";
import {
  type AlternativePlace,
  choosePostalAddress,
  envelopeLines,
  type PostalChoice,
  type PostalFacts,
} from "./postal-address.rules.ts";

const place = {
  address: "Kuusitie 4",
  address2: null,
  postCode: "00100",
  city: "Helsinki",
  county: null,
  countryCode: "FI",
};

const cottage: AlternativePlace = {
  code: "COTTAGE",
  companyName: "Kesäkonttori",
  companyName2: null,
  ...place,
  address: "Rantapolku 1",
  city: "Hanko",
  postCode: "10900",
};

function facts(overrides: Partial<PostalFacts> = {}): PostalFacts {
  return {
    contact: { name: "Aino Kuusela", name2: null, ...place },
    alternative: null,
    company: { name: "Kuusela Oy", name2: null, ...place, alternative: null },
    inheritAddress: true,
    ...overrides,
  };
}

describe("a letter goes", () => {
  test("to the alternative address, in the contact's name", () => {
    expect(choosePostalAddress(facts({ alternative: cottage }))).toMatchObject({
      source: "alternative",
      altAddressCode: "COTTAGE",
      companyName: "Kesäkonttori",
      name: "Aino Kuusela",
      address: "Rantapolku 1",
    });
  });

  test("to the company's alternative address while the person shares the company's address", () => {
    const company = { name: "Kuusela Oy", name2: null, ...place, alternative: cottage };

    expect(choosePostalAddress(facts({ company }))).toMatchObject({
      source: "companyAlternative",
      companyName: "Kesäkonttori",
      name: "Aino Kuusela",
      city: "Hanko",
    });
    expect(choosePostalAddress(facts({ company, inheritAddress: false })).source).toBe("company");
    for (const field of ["address", "address2", "postCode", "city"] as const) {
      const contact = { name: "Aino Kuusela", name2: null, ...place, [field]: "X" };
      expect(choosePostalAddress(facts({ company, contact })).source).toBe("company");
    }
    const contact = { name: "Aino Kuusela", name2: null, ...place, county: "X", countryCode: "SE" };
    expect(choosePostalAddress(facts({ company, contact })).source).toBe("companyAlternative");
  });

  test("to a person's own address, below the company's name", () => {
    const contact = { name: "Aino Kuusela", name2: null, ...place, address: "Kotikuja 2" };

    expect(choosePostalAddress(facts({ contact }))).toMatchObject({
      source: "company",
      companyName: "Kuusela Oy",
      name: "Aino Kuusela",
      address: "Kotikuja 2",
    });
  });

  test("to the contact itself where there is no company above it", () => {
    expect(choosePostalAddress(facts({ company: null }))).toMatchObject({
      source: "own",
      altAddressCode: null,
      companyName: null,
      name: "Aino Kuusela",
      address: "Kuusitie 4",
    });
  });
});

describe("an envelope", () => {
  const choice: PostalChoice = {
    source: "company",
    altAddressCode: null,
    companyName: "Kuusela Oy",
    companyName2: null,
    name: "Aino Kuusela",
    name2: null,
    ...place,
    county: "Uusimaa",
  };

  test.each([
    ["postCodeCity", ["00100 Helsinki", "Uusimaa"]],
    [null, ["00100 Helsinki", "Uusimaa"]],
    ["cityPostCode", ["Helsinki 00100", "Uusimaa"]],
    ["cityCountyPostCode", ["Helsinki, Uusimaa 00100"]],
    ["blankLinePostCodeCity", ["", "00100 Helsinki", "Uusimaa"]],
  ] as const)("of the format %s ends with %j", (format, lines) => {
    expect(envelopeLines(choice, { format, country: null })).toEqual([
      "Kuusela Oy",
      "Aino Kuusela",
      "Kuusitie 4",
      ...lines,
    ]);
  });

  test("names the country abroad, leaves blank lines out, and says a name once", () => {
    const bare = { ...choice, name: "Kuusela Oy", address: null, postCode: null, county: null };

    expect(envelopeLines(bare, { format: null, country: "Finland" })).toEqual([
      "Kuusela Oy",
      "Helsinki",
      "Finland",
    ]);
  });
});
