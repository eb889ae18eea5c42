import { describe, expect, test } from "vitest";
import { demoContent } from "./demo-content.ts";

const demo = demoContent("en", "2026-11-25");
const companies = demo.contacts.filter(({ type }) => type === "company");
const people = demo.contacts.filter(({ type }) => type === "person");

describe("how many there are", () => {
  test("companies, of which more than half are Finnish", () => {
    const finnish = companies.filter(({ countryCode }) => countryCode === "FI");
    expect(companies.length).toBeGreaterThanOrEqual(70);
    expect(finnish.length).toBeGreaterThanOrEqual(45);
    expect(new Set(companies.map(({ countryCode }) => countryCode)).size).toBe(7);
  });

  test("people in companies and people on their own", () => {
    expect(people.filter(({ companyKey }) => companyKey !== null).length).toBeGreaterThanOrEqual(180);
    expect(people.filter(({ companyKey }) => companyKey === null).length).toBeGreaterThanOrEqual(10);
  });

  test("every company has somebody to talk to", () => {
    const employers = new Set(people.map(({ companyKey }) => companyKey));
    expect(companies.filter(({ key }) => !employers.has(key))).toEqual([]);
  });

  test("six to eight salespeople and some eighteen templates", () => {
    expect(demo.salespeople.length).toBeGreaterThanOrEqual(6);
    expect(demo.salespeople.length).toBeLessThanOrEqual(8);
    expect(demo.interactionTemplates.length).toBeGreaterThanOrEqual(18);
  });
});

describe("names that are easily confused", () => {
  test("a Virtanen works in at least three companies", () => {
    const houses = people.filter(({ surname, companyKey }) => surname === "Virtanen" && companyKey !== null);
    expect(new Set(houses.map(({ companyKey }) => companyKey)).size).toBeGreaterThanOrEqual(3);
  });

  test("there are both Mäkinen and Makinen", () => {
    const names = people.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["Jukka Mäkinen", "Jukka Makinen", "Kaarina Mäkinen", "Karina Makinen"]),
    );
  });

  test("no full name occurs twice within a company", () => {
    const named = people.map(({ companyKey, name }) => `${companyKey} ${name}`);
    expect(new Set(named).size).toBe(named.length);
  });
});

describe("what refers to something else", () => {
  const contacts = new Map(demo.contacts.map((contact) => [contact.key, contact]));

  test("keys and codes are unique", () => {
    expect(contacts.size).toBe(demo.contacts.length);
    for (const list of codedLists()) expect(new Set(list.map(({ code }) => code)).size).toBe(list.length);
  });

  test("a person's company exists, is a company and comes first", () => {
    const position = new Map(demo.contacts.map(({ key }, index) => [key, index]));
    for (const { key, companyKey } of people) {
      if (companyKey === null) continue;
      expect(contacts.get(companyKey)?.type).toBe("company");
      expect(position.get(companyKey)).toBeLessThan(position.get(key) ?? -1);
    }
  });

  test("every code of a contact is in its list", () => {
    for (const contact of demo.contacts) {
      expect(codes(demo.countries)).toContain(contact.countryCode);
      expect(codes(demo.languages)).toContain(contact.languageCode);
      expect(codes(demo.territories)).toContain(contact.territoryCode);
      expect(codes(demo.salutations)).toContain(contact.salutationCode);
      expect(codes(demo.salespeople)).toContain(contact.salespersonCode);
      expectAllIn(contact.mailingGroupCodes, demo.mailingGroups);
      expectAllIn(contact.industryGroupCodes, demo.industryGroups);
      expectAllIn(contact.businessRelationCodes, demo.businessRelations);
      expectAllIn(contact.jobResponsibilityCodes, demo.jobResponsibilities);
      expectAllIn(
        contact.organizationalLevelCode ? [contact.organizationalLevelCode] : [],
        demo.organizationalLevels,
      );
      expectAllIn(
        contact.webSources.map(({ webSourceCode }) => webSourceCode),
        demo.webSources,
      );
    }
  });

  test("set-up names existing series, countries, languages, salutations, groups and templates", () => {
    const entries = Object.entries(demo.marketingSetup);
    const named = (suffix: RegExp) => entries.flatMap(([field, code]) => (suffix.test(field) ? [code] : []));
    const defaults = demo.marketingSetup;
    expectAllIn(named(/Nos$/), demo.numberSeries);
    expectAllIn(named(/^busRelCodeFor/), demo.businessRelations);
    expectAllIn([defaults.defaultCountry], demo.countries);
    expectAllIn([defaults.defaultLanguage], demo.languages);
    expectAllIn([defaults.defaultCompanySalutation, defaults.defaultPersonSalutation], demo.salutations);
    expectAllIn(Object.values(demo.interactionTemplateSetup), demo.interactionTemplates);
    expectAllIn(
      demo.interactionTemplates.map(({ interactionGroupCode }) => interactionGroupCode),
      demo.interactionGroups,
    );
  });

  test("no contact belongs to a blocked salesperson", () => {
    const blocked = demo.salespeople.filter((salesperson) => salesperson.blocked).map(({ code }) => code);
    expect(blocked).toHaveLength(1);
    expect(demo.contacts.filter(({ salespersonCode }) => blocked.includes(salespersonCode))).toEqual([]);
  });
});

describe("fields as contacts §1 wants them", () => {
  test("lengths", () => {
    for (const contact of demo.contacts) {
      expectLength(contact.name, 100);
      for (const part of [contact.firstName, contact.surname, contact.jobTitle, contact.initials])
        expectLength(part, 30);
      expectLength(contact.address, 100);
      expectLength(contact.postCode, 20);
      for (const field of [contact.city, contact.phoneNo, contact.mobilePhoneNo]) expectLength(field, 30);
      expectLength(contact.email, 80);
      expectLength(contact.homePage, 255);
      expectLength(contact.vatRegistrationNo, 20);
      for (const { searchWord } of contact.webSources) expectLength(searchWord, 30);
    }
    for (const list of codedLists()) for (const { code } of list) expect(code).toMatch(/^[A-Z][A-Z-]{0,9}$/);
    for (const { name, jobTitle, email, phone } of demo.salespeople) {
      expectLength(name, 50);
      expectLength(jobTitle, 30);
      expectLength(email, 80);
      expectLength(phone, 30);
    }
    for (const { formulas } of demo.salutations)
      for (const { salutation } of formulas) expectLength(salutation, 50);
    for (const { name } of [...demo.territories, ...demo.languages, ...demo.countries])
      expectLength(name, 50);
  });

  test("e-mails are of the reserved domain and only what was entered twice shares one", () => {
    for (const { email } of [...demo.contacts, ...demo.salespeople]) {
      expect(email).toMatch(/^[a-z-]+(\.[a-z-]+)?@[a-z0-9]+\.example$/);
    }
    const emails = demo.contacts.map(({ email }) => email);
    expect(emails.length - new Set(emails).size).toBe(3);
  });

  test("telephones have no letters and lie in ranges that belong to nobody", () => {
    const invented = [
      /^\+358 \d{1,2} 555 01\d\d$/,
      /^\+44 (20 7946 00|1\d\d 496 00|7700 9000)\d\d$/,
      /^\+46 (8 465 004|31 390 06|40 628 04|70 174 06) \d\d$/,
      /^\+49 (30 23125|89 99998|40 66969) 0\d\d$/,
      /^\+372 000 0[1-3]\d\d$/,
      /^\+4[57] 00 00 0[1-3] \d\d$/,
    ];
    for (const { phoneNo, mobilePhoneNo } of demo.contacts) {
      for (const number of [phoneNo, mobilePhoneNo])
        expect(number === null || invented.some((range) => range.test(number))).toBe(true);
    }
  });

  test("VAT numbers fit one of their country's formats", () => {
    for (const { vatRegistrationNo, countryCode } of companies) {
      if (vatRegistrationNo === null) continue;
      const formats = demo.countries.find(({ code }) => code === countryCode)?.vatFormats ?? [];
      expect(formats.some((format) => fitsFormat(vatRegistrationNo, format))).toBe(true);
    }
  });

  test("industry groups are on companies, job responsibilities and levels on people only", () => {
    for (const { jobResponsibilityCodes, organizationalLevelCode, industryGroupCodes } of companies) {
      expect(industryGroupCodes.length).toBeGreaterThan(0);
      expect({ jobResponsibilityCodes, organizationalLevelCode }).toEqual({
        jobResponsibilityCodes: [],
        organizationalLevelCode: null,
      });
    }
    for (const { industryGroupCodes, webSources } of people)
      expect([...industryGroupCodes, ...webSources]).toEqual([]);
  });

  test("a person's name is first name and surname", () => {
    for (const { name, firstName, surname } of people) expect(name).toBe(`${firstName} ${surname}`);
  });
});

test("set-up speaks the language asked for, contacts stay who they are", () => {
  const finnish = demoContent("fi", "2026-11-25");

  expect(finnish.interactionTemplates[0]?.description).toBe("Lähtevä puhelu");
  expect(demo.interactionTemplates[0]?.description).toBe("Outgoing call");
  expect(finnish.contacts).toEqual(demo.contacts);
});

function codedLists() {
  return [
    demo.languages,
    demo.countries,
    demo.territories,
    demo.salutations,
    demo.mailingGroups,
    demo.industryGroups,
    demo.businessRelations,
    demo.jobResponsibilities,
    demo.organizationalLevels,
    demo.webSources,
    demo.numberSeries,
    demo.salespeople,
    demo.interactionGroups,
    demo.interactionTemplates,
  ];
}

function codes(list: readonly { code: string }[]): string[] {
  return list.map(({ code }) => code);
}

function expectAllIn(used: readonly string[], list: readonly { code: string }[]) {
  for (const code of used) expect(codes(list)).toContain(code);
}

function expectLength(text: string | null, longest: number) {
  expect(text?.length ?? 0).toBeLessThanOrEqual(longest);
  if (text !== null) expect(text.trim()).not.toBe("");
}

function fitsFormat(value: string, format: string): boolean {
  const pattern = format.replace(/[#@?]/g, (sign) => ({ "#": "\\d", "@": "[A-Z]", "?": "." })[sign] ?? sign);
  return new RegExp(`^${pattern}$`).test(value);
}
