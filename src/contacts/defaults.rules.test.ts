import { describe, expect, test } from "vitest";
import {
  blankInheritable,
  type ContactDefaults,
  deriveNewContact,
  followCompanyChange,
  type Inheritable,
  type InheritanceFlags,
  inheritFromCompany,
  type NewContactFacts,
} from "./defaults.rules.ts";

const allFlags: InheritanceFlags = {
  inheritSalesperson: true,
  inheritTerritory: true,
  inheritCountry: true,
  inheritLanguage: true,
  inheritFormatRegion: true,
  inheritAddress: true,
  inheritCommunication: true,
};
const noFlags: InheritanceFlags = {
  inheritSalesperson: false,
  inheritTerritory: false,
  inheritCountry: false,
  inheritLanguage: false,
  inheritFormatRegion: false,
  inheritAddress: false,
  inheritCommunication: false,
};
const kivi: Inheritable = {
  salespersonCode: "AH",
  territoryCode: "NORTH",
  countryCode: "FI",
  languageCode: "FIN",
  formatRegion: "fi-FI",
  address: "Satamakatu 4",
  address2: "B 2",
  postCode: "33200",
  city: "Tampere",
  county: "Pirkanmaa",
  phoneNo: "03 111",
  telexNo: "1",
  telexAnswerBack: "2",
  faxNo: "03 112",
  email: "info@kivi.example",
  homePage: "kivi.example",
  extensionNo: "11",
  mobilePhoneNo: "040 111",
  pager: "3",
  correspondenceType: "email",
};
const lumi: Inheritable = {
  ...blankInheritable,
  countryCode: "SE",
  address: "Storgatan 1",
  city: "Luleå",
  phoneNo: "0920 1",
};
const blank = blankInheritable;
const addressOf = ({ address, address2, postCode, city, county }: Inheritable) => [
  address,
  address2,
  postCode,
  city,
  county,
];

describe("a person gets a company", () => {
  test("CON-036 with all flags a blank person has everything of it", () => {
    expect(inheritFromCompany(blank, null, kivi, allFlags)).toEqual(kivi);
  });

  test("CON-037 without their flags address and communication stay blank", () => {
    const flags = { ...allFlags, inheritAddress: false, inheritCommunication: false };
    const person = inheritFromCompany(blank, null, kivi, flags);

    expect(addressOf(person)).toEqual([null, null, null, null, null]);
    expect(person).toMatchObject({ email: null, phoneNo: null, correspondenceType: null });
    expect(person).toMatchObject({ salespersonCode: "AH", countryCode: "FI" });
  });

  test("CON-038 with a blank address takes all five parts, its own county included", () => {
    const person = { ...blank, county: "Lappi" };
    expect(addressOf(inheritFromCompany(person, null, kivi, allFlags))).toEqual(addressOf(kivi));
  });

  test("with an address of its own keeps all of it", () => {
    const person = { ...blank, city: "Oulu" };
    expect(addressOf(inheritFromCompany(person, null, kivi, allFlags))).toEqual([
      null,
      null,
      null,
      "Oulu",
      null,
    ]);
  });

  test("with the previous company's address takes the new one, blank parts included", () => {
    const person = inheritFromCompany(blank, null, kivi, allFlags);
    expect(addressOf(inheritFromCompany(person, kivi, lumi, allFlags))).toEqual(addressOf(lumi));
  });

  test("with one part changed by hand keeps the previous company's address", () => {
    const person = { ...kivi, address2: "C 9" };
    expect(addressOf(inheritFromCompany(person, kivi, lumi, allFlags))).toEqual(addressOf(person));
  });

  test("set-up fields follow even when the new company leaves them blank", () => {
    const person = { ...blank, salespersonCode: "RL", territoryCode: "SOUTH", countryCode: "NO" };
    expect(inheritFromCompany(person, null, lumi, allFlags)).toMatchObject({
      salespersonCode: null,
      territoryCode: null,
      countryCode: "SE",
    });
  });

  test("communication follows field by field", () => {
    const person = { ...kivi, mobilePhoneNo: "050 7", faxNo: null };
    expect(
      inheritFromCompany(person, kivi, { ...lumi, faxNo: "9", mobilePhoneNo: "8" }, allFlags),
    ).toMatchObject({
      phoneNo: "0920 1", // the previous company's value
      faxNo: "9", // blank
      mobilePhoneNo: "050 7", // the person's own
      email: null, // the previous company's; the new one has none
      correspondenceType: null,
    });
  });

  test("what the request supplies is not overwritten, a blank included", () => {
    const supplied = { salespersonCode: "RL", languageCode: null, phoneNo: null, county: "Kainuu" };
    expect(inheritFromCompany(blank, null, kivi, allFlags, supplied)).toEqual({ ...kivi, ...supplied });
  });

  test("an address in the request is the person's own", () => {
    const person = inheritFromCompany(blank, null, kivi, allFlags, { address: "Kotitie 1" });
    expect(addressOf(person)).toEqual(["Kotitie 1", null, null, null, null]);
  });

  test("without flags nothing follows", () => {
    expect(inheritFromCompany(lumi, null, kivi, noFlags)).toEqual(lumi);
  });

  test("the same company again refreshes what was inherited", () => {
    const person = { ...kivi, salespersonCode: "RL", email: null, phoneNo: "040 5" };
    expect(inheritFromCompany(person, kivi, kivi, allFlags)).toEqual({ ...kivi, phoneNo: "040 5" });
  });

  test("leaving a company takes nothing away", () => {
    expect(inheritFromCompany(kivi, kivi, null, allFlags)).toEqual(kivi);
  });
});

describe("a company is changed", () => {
  const before = { ...kivi, languageCode: "ENU", phoneNo: null };

  test("CON-039 the language reaches the persons who had the old one", () => {
    const after = { ...before, languageCode: "FRA" };

    expect(followCompanyChange({ ...blank, languageCode: "DEU" }, before, after, allFlags).languageCode).toBe(
      "DEU",
    );
    expect(followCompanyChange({ ...blank, languageCode: "ENU" }, before, after, allFlags).languageCode).toBe(
      "FRA",
    );
  });

  test("CON-040 a first phone number reaches the persons who had none", () => {
    const after = { ...before, phoneNo: "111" };

    expect(followCompanyChange(blank, before, after, allFlags).phoneNo).toBe("111");
    expect(followCompanyChange({ ...blank, phoneNo: "5" }, before, after, allFlags).phoneNo).toBe("5");
  });

  test("CON-041 an address of one's own is left alone", () => {
    const person = { ...blank, address: "Kotitie 1", city: "Tampere" };
    const after = { ...before, city: "Oulu" };

    expect(followCompanyChange(person, before, after, allFlags)).toEqual(person);
  });

  test("a shared address takes the changed parts only", () => {
    const person = { ...before, county: "Lappi" };
    const after = { ...before, city: "Oulu", postCode: "90100" };

    expect(addressOf(followCompanyChange(person, before, after, allFlags))).toEqual([
      "Satamakatu 4",
      "B 2",
      "90100",
      "Oulu",
      "Lappi",
    ]);
  });

  test("the correspondence type is not passed on", () => {
    const after = { ...before, correspondenceType: "hardCopy" } as const;
    expect(followCompanyChange(before, before, after, allFlags).correspondenceType).toBe("email");
  });

  test("nothing changed, nothing follows, a blank person included", () => {
    expect(followCompanyChange(blank, before, before, allFlags)).toEqual(blank);
  });

  test("without flags nothing follows", () => {
    expect(followCompanyChange(kivi, kivi, lumi, noFlags)).toEqual(kivi);
  });
});

describe("a new contact", () => {
  const noDefaults: ContactDefaults = {
    defaultSalesperson: null,
    defaultTerritory: null,
    defaultCountry: null,
    defaultLanguage: null,
    defaultFormatRegion: null,
    defaultCorrespondenceType: null,
    defaultCompanySalutation: null,
    defaultPersonSalutation: null,
  };
  const defaults: ContactDefaults = {
    defaultSalesperson: "DEF",
    defaultTerritory: "NORTH",
    defaultCountry: "DK",
    defaultLanguage: "DAN",
    defaultFormatRegion: "da-DK",
    defaultCorrespondenceType: "hardCopy",
    defaultCompanySalutation: "COMP",
    defaultPersonSalutation: "PERS",
  };
  const facts: NewContactFacts = {
    type: "company",
    supplied: {},
    company: null,
    flags: allFlags,
    usersSalespersonCode: null,
    defaults,
  };

  test("CON-011 a company takes the defaults", () => {
    expect(deriveNewContact(facts)).toMatchObject({
      territoryCode: "NORTH",
      countryCode: "DK",
      languageCode: "DAN",
      correspondenceType: "hardCopy",
      salutationCode: "COMP",
      salespersonCode: "DEF",
      formatRegion: "da-DK",
    });
  });

  test.each(["company", "person"] as const)("CON-012 without defaults a %s is blank", (type) => {
    const expected = { ...blankInheritable, salutationCode: null };
    expect(deriveNewContact({ ...facts, type, defaults: noDefaults })).toEqual(expected);
  });

  test("CON-013 a person takes the salutation for persons", () => {
    expect(deriveNewContact({ ...facts, type: "person" }).salutationCode).toBe("PERS");
  });

  test("CON-014 the user's salesperson comes without and before the default", () => {
    const usersSalespersonCode = "AH";
    expect(deriveNewContact({ ...facts, usersSalespersonCode, defaults: noDefaults }).salespersonCode).toBe(
      "AH",
    );
    expect(deriveNewContact({ ...facts, usersSalespersonCode }).salespersonCode).toBe("AH");
  });

  test("what the company has comes before the user and the defaults, its blanks do not", () => {
    const company = { ...kivi, territoryCode: null };
    const person = deriveNewContact({ ...facts, type: "person", company, usersSalespersonCode: "RL" });

    expect(person).toMatchObject({
      salespersonCode: "AH",
      countryCode: "FI",
      territoryCode: "NORTH",
      correspondenceType: "email",
      address: "Satamakatu 4",
    });
  });

  test("what is supplied comes first, a blank and a company's salutation included", () => {
    const supplied = { countryCode: "NO", languageCode: null, salespersonCode: "XX", salutationCode: "OWN" };
    const contact = deriveNewContact({ ...facts, supplied, usersSalespersonCode: "AH" });
    expect(contact).toMatchObject(supplied);

    const person = deriveNewContact({ ...facts, type: "person", company: kivi, supplied });
    expect(person).toMatchObject(supplied);
  });

  test("with a flag off the default comes in place of the company's value", () => {
    const flags = { ...allFlags, inheritCountry: false };
    expect(deriveNewContact({ ...facts, type: "person", company: kivi, flags }).countryCode).toBe("DK");
  });

  test("made from a party it takes the salutation only", () => {
    const contact = deriveNewContact({ ...facts, isFromParty: true, usersSalespersonCode: "AH" });
    expect(contact).toEqual({ ...blankInheritable, salutationCode: "COMP" });
  });
});
