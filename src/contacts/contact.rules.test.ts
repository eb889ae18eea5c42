import { describe, expect, test } from "vitest";
import {
  type ContactChild,
  type ContactType,
  checkContactTexts,
  checkFieldsOfType,
  contactFieldLengths,
  followLanguage,
  refuseChild,
  writeLocality,
} from "./contact.rules.ts";

describe("texts of a contact", () => {
  test.each(Object.entries(contactFieldLengths))("%s holds %i characters", (field, maxLength) => {
    // Digits are fine in every field but the e-mails, which have tests of their own.
    if (field === "email" || field === "email2") return;

    expect(checkContactTexts({ [field]: "1".repeat(maxLength) })).toEqual([]);
    expect(checkContactTexts({ [field]: "1".repeat(maxLength + 1) })).toEqual([
      { path: field, code: "too_long", values: { maximum: maxLength } },
    ]);
  });

  test("CON-024 a registration number of 21 characters is refused", () => {
    expect(checkContactTexts({ registrationNo: "1".repeat(21) })).toMatchObject([
      { path: "registrationNo", code: "too_long" },
    ]);
  });

  test("everything wrong is told at once", () => {
    const errors = checkContactTexts({
      email2: "a@x.com;b@y.org",
      email: `${"a".repeat(80)}@x.com, b`,
      mobilePhoneNo: "call me",
      name: "a\u0000b",
      pager: null,
      city: undefined,
    });
    expect(errors.map(({ path, code }) => `${path} ${code}`)).toEqual([
      "name control_characters",
      "mobilePhoneNo contact_phone_letters",
      "email too_long",
      "email contact_email",
      "email2 contact_email",
    ]);
  });

  test("a fax number may hold letters", () => {
    expect(checkContactTexts({ faxNo: "ext. 12" })).toEqual([]);
  });
});

test("a company has no name parts and no organizational level", () => {
  const supplied = { firstName: "Bo", surname: null, organizationalLevelCode: "CEO", jobTitle: "Chief" };

  expect(checkFieldsOfType("company", supplied)).toEqual([
    { path: "firstName", code: "contact_person_only" },
    { path: "organizationalLevelCode", code: "contact_person_only" },
  ]);
  expect(checkFieldsOfType("person", supplied)).toEqual([]);
});

test.each<[ContactChild, ContactType, string | null]>([
  ["industryGroup", "person", "contact_company_only"],
  ["jobResponsibility", "company", "contact_person_only"],
  ["webSource", "person", "contact_company_only"],
  ["mailingGroup", "person", null],
  ["mailingGroup", "company", null],
  ["industryGroup", "company", null],
  ["webSource", "company", null],
  ["jobResponsibility", "person", null],
])("CON-047 %s on a %s: %s", (child, type, refusal) => {
  expect(refuseChild(type, child)).toBe(refusal);
});

describe("country", () => {
  const copenhagen = { countryCode: "DK", postCode: "2100", city: "København", county: "Hovedstaden" };

  test("CON-020 leaving it alone clears post code, city and county", () => {
    expect(writeLocality(copenhagen, { countryCode: "SE" })).toEqual({
      countryCode: "SE",
      postCode: null,
      city: null,
      county: null,
    });
  });

  test("what the same request brings is kept", () => {
    expect(writeLocality(copenhagen, { countryCode: "SE", postCode: "211 22", city: "Malmö" })).toEqual({
      countryCode: "SE",
      postCode: "211 22",
      city: "Malmö",
      county: null,
    });
  });

  test("clearing it counts as leaving", () => {
    expect(writeLocality(copenhagen, { countryCode: null })).toMatchObject({ postCode: null, city: null });
  });

  test("a first country and the same country clear nothing", () => {
    expect(writeLocality({ ...copenhagen, countryCode: null }, { countryCode: "DK" })).toEqual(copenhagen);
    expect(writeLocality(copenhagen, { countryCode: "DK" })).toEqual(copenhagen);
    expect(writeLocality(copenhagen, { city: null })).toEqual({ ...copenhagen, city: null });
  });
});

test("a blank format region follows the language, a chosen one stays", () => {
  expect(followLanguage(null, "fi-FI")).toBe("fi-FI");
  expect(followLanguage("sv-FI", "fi-FI")).toBe("sv-FI");
  expect(followLanguage(null, null)).toBeNull();
});
