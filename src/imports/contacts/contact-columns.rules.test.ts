import { expect, test } from "vitest";
import { contactsTexts as english } from "#contacts/texts.en.ts";
import { contactsTexts as finnish } from "#contacts/texts.fi.ts";
import { vCardColumns } from "#platform/files/index.ts";
import { suggestCardFields, suggestContactFields } from "./contact-columns.rules.ts";
import { contactFields } from "./contact-fields.rules.ts";

const suggest = (...headers: (string | null)[]) =>
  suggestContactFields(headers.map((header) => ({ header, samples: [] })));

test("the names of the API are their own fields", () => {
  expect(suggest(...contactFields)).toEqual(contactFields);
});

test("signs, case and accents do not count", () => {
  expect(suggest("E-MAIL", " first_name ", "Sahkoposti 2", "Post Code *", "Puhelin (työ)")).toEqual([
    "email",
    "firstName",
    "email2",
    "postCode",
    "phoneNo",
  ]);
});

test.each([
  [
    "Business Central",
    [
      "No.",
      "Name",
      "Company Name",
      "Post Code",
      "Country/Region Code",
      "Phone No.",
      "Mobile Phone No.",
      "E-Mail",
      "Salesperson Code",
      "VAT Registration No.",
      "Type",
      "Search Name",
    ],
    [
      "no",
      "name",
      "companyName",
      "postCode",
      "countryCode",
      "phoneNo",
      "mobilePhoneNo",
      "email",
      "salespersonCode",
      "vatRegistrationNo",
      "type",
      "searchName",
    ],
  ],
  [
    "Business Central in Finnish",
    [
      "Nro",
      "Nimi",
      "Yrityksen nimi",
      "Osoite",
      "Postinumero",
      "Paikkakunta",
      "Maa/alue",
      "Puhelinnro",
      "Sähköposti",
      "Myyjäkoodi",
      "Y-tunnus",
    ],
    [
      "no",
      "name",
      "companyName",
      "address",
      "postCode",
      "city",
      "countryCode",
      "phoneNo",
      "email",
      "salespersonCode",
      "registrationNo",
    ],
  ],
  [
    "a list in Swedish",
    [
      "Förnamn",
      "Efternamn",
      "Företag",
      "Gatuadress",
      "Postnummer",
      "Ort",
      "Land",
      "Telefon",
      "Mobiltelefon",
      "E-postadress",
      "Befattning",
    ],
    [
      "firstName",
      "surname",
      "companyName",
      "address",
      "postCode",
      "city",
      "countryCode",
      "phoneNo",
      "mobilePhoneNo",
      "email",
      "jobTitle",
    ],
  ],
  [
    "Outlook",
    [
      "Title",
      "First Name",
      "Middle Name",
      "Last Name",
      "Company",
      "Department",
      "Job Title",
      "Business Street",
      "Business City",
      "Business Postal Code",
      "Business Country/Region",
      "Business Phone",
      "Home Phone",
      "Mobile Phone",
      "E-mail Address",
      "E-mail 2 Address",
      "Web Page",
    ],
    [
      null,
      "firstName",
      "middleName",
      "surname",
      "companyName",
      null,
      "jobTitle",
      "address",
      "city",
      "postCode",
      "countryCode",
      "phoneNo",
      null,
      "mobilePhoneNo",
      "email",
      "email2",
      "homePage",
    ],
  ],
  [
    "Google Contacts",
    [
      "First Name",
      "Last Name",
      "Organization Name",
      "Organization Title",
      "E-mail 1 - Value",
      "Phone 1 - Value",
      "Address 1 - Street",
      "Address 1 - City",
      "Address 1 - Postal Code",
      "Address 1 - Country",
      "Website 1 - Value",
      "Labels",
    ],
    [
      "firstName",
      "surname",
      "companyName",
      "jobTitle",
      "email",
      "phoneNo",
      "address",
      "city",
      "postCode",
      "countryCode",
      "homePage",
      null,
    ],
  ],
  [
    "HubSpot",
    [
      "Record ID",
      "First Name",
      "Last Name",
      "Email",
      "Phone Number",
      "Contact owner",
      "Associated Company",
      "Street Address",
      "City",
      "State/Region",
      "Postal Code",
      "Country/Region",
      "Lead Status",
    ],
    [
      "externalId",
      "firstName",
      "surname",
      "email",
      "phoneNo",
      "salespersonCode",
      "companyName",
      "address",
      "city",
      "county",
      "postCode",
      "countryCode",
      null,
    ],
  ],
  [
    "EspoCRM",
    [
      "First Name",
      "Last Name",
      "Account",
      "Title",
      "Email",
      "Phone",
      "Address Street",
      "Address City",
      "Address State",
      "Address Postal Code",
      "Address Country",
      "Assigned User",
    ],
    [
      "firstName",
      "surname",
      "companyName",
      "jobTitle",
      "email",
      "phoneNo",
      "address",
      "city",
      "county",
      "postCode",
      "countryCode",
      "salespersonCode",
    ],
  ],
])("the columns of %s", (_program, headers, fields) => {
  expect(suggest(...headers)).toEqual(fields);
});

test("no field is suggested twice; the surer header wins wherever it stands", () => {
  expect(suggest("Title", "Job Title", "Email", "E-mail")).toEqual([null, "jobTitle", "email", null]);
});

test("a column without a name is known by its values", () => {
  const columns = [
    { header: null, samples: ["aino@halla.example", "veikko@halla.example", "-"] },
    { header: "Column2", samples: ["+358 40 1234567", "0201234567"] },
    { header: "Unnamed: 3", samples: ["https://halla.example", "www.routa.example"] },
    { header: "Field 4", samples: ["2026", "17"] },
    { header: "", samples: [] },
  ];

  expect(suggestContactFields(columns)).toEqual(["email", "phoneNo", "homePage", null, null]);
});

test("a header that says something else is believed", () => {
  expect(suggestContactFields([{ header: "Notes", samples: ["a@b.example", "c@d.example"] }])).toEqual([
    null,
  ]);
  expect(suggestContactFields([{ header: "Contact e-mail (work)", samples: ["a@b.example"] }])).toEqual([
    "email",
  ]);
  expect(suggestContactFields([{ header: "Contact e-mail (work)", samples: ["yes", "no"] }])).toEqual([null]);
});

test("a vCard's columns are known; another phone stands in for one of work", () => {
  const columns = vCardColumns.map((header) => ({
    header,
    samples: header === "homePhone" ? ["09 123 456"] : [],
  }));

  const suggested = suggestCardFields(columns);

  const of = (column: (typeof vCardColumns)[number]) => suggested[vCardColumns.indexOf(column)];
  expect(of("organization")).toBe("companyName");
  expect(of("homePhone")).toBe("phoneNo");
  expect(of("workPhone")).toBeNull();
  expect(of("note")).toBeNull();
  const fields = suggested.filter((field) => field !== null);
  expect(new Set(fields).size).toBe(fields.length);
});

test.each([
  ["English", english],
  ["Finnish", finnish],
])("captions in %s lead back to their fields", (_language, { fields }) => {
  const captions: Readonly<Record<string, string>> = fields;

  expect(suggest(...contactFields.map((field) => captions[field]!))).toEqual(contactFields);
});
