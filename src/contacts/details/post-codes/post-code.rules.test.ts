import { describe, expect, test } from "vitest";
import { completePostCode, type PostCode } from "./post-code.rules.ts";

const hanko: PostCode = { code: "10900", city: "Hanko", county: "Uusimaa", countryCode: "FI" };
const tukholma: PostCode = { code: "10900", city: "Tukholma", county: null, countryCode: "SE" };
const santala: PostCode = { code: "10900", city: "Santala", county: "Uusimaa", countryCode: "FI" };
const nowhere = { postCode: "10900", city: null, county: null, countryCode: null };

describe("a post code", () => {
  test("fills in city, county and country", () => {
    expect(completePostCode(nowhere, { postCode: "10900" }, [hanko])).toEqual({
      postCode: "10900",
      city: "Hanko",
      county: "Uusimaa",
      countryCode: "FI",
    });
  });

  test("of several rows takes one of the same country, then of the same city", () => {
    const rows = [tukholma, hanko, santala];

    expect(completePostCode({ ...nowhere, countryCode: "FI" }, { postCode: "10900" }, rows).city).toBe(
      "Hanko",
    );
    expect(
      completePostCode({ ...nowhere, countryCode: "FI", city: "santala" }, { postCode: "10900" }, rows).city,
    ).toBe("Santala");
    expect(completePostCode(nowhere, { postCode: "10900" }, rows).city).toBe("Tukholma");
  });

  test("never contradicts what the request says", () => {
    const said = { postCode: "10900", city: "Tvärminne", county: null, countryCode: "SE" };

    expect(completePostCode({ ...nowhere, ...said }, said, [hanko])).toEqual({ ...nowhere, ...said });
    expect(
      completePostCode({ ...nowhere, countryCode: "SE" }, { postCode: "10900", countryCode: "SE" }, [hanko]),
    ).toEqual({ ...nowhere, countryCode: "SE" });
  });

  test.each([
    ["is not in the list", { postCode: "99999" }, { ...nowhere, postCode: "99999" }],
    ["is cleared", { postCode: null }, { ...nowhere, postCode: null }],
    ["was not written", { city: "Turku" }, { ...nowhere, city: "Turku" }],
  ])("that %s changes nothing", (_, supplied, locality) => {
    expect(completePostCode(locality, supplied, [hanko])).toEqual(locality);
  });
});
