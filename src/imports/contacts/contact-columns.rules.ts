/** Which column of a file of contacts most likely holds which field. */

import type { VCardColumn } from "#platform/files/index.ts";
import { type ColumnToMap, type Look, suggesterOf } from "../column-mapping.rules.ts";
import type { ContactField } from "./contact-fields.rules.ts";
import { headerNames } from "./header-names.data.ts";

const looks: readonly Look<ContactField>[] = [
  { field: "email", hint: /mail|posti|epost/, isTelling: true, value: /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/ },
  { field: "mobilePhoneNo", hint: /mob|gsm|cell|matka/, isTelling: false, value: /^\+?[\d\s()./-]{6,24}$/ },
  { field: "phoneNo", hint: /phone|puh|tel/, isTelling: true, value: /^(\+|00?)[\d\s()./-]{6,24}$/ },
  { field: "homePage", hint: /web|www|url|sivu|sida/, isTelling: true, value: /^(https?:\/\/|www\.)\S+$/i },
];

export const suggestContactFields = suggesterOf(headerNames, looks);

const fieldsOfCards: Partial<Record<VCardColumn, ContactField>> = {
  kind: "type",
  formattedName: "name",
  familyName: "surname",
  givenName: "firstName",
  middleName: "middleName",
  organization: "companyName",
  title: "jobTitle",
  mobilePhone: "mobilePhoneNo",
  workPhone: "phoneNo",
  fax: "faxNo",
  pager: "pager",
  email: "email",
  email2: "email2",
  address2: "address2",
  street: "address",
  city: "city",
  region: "county",
  postCode: "postCode",
  country: "countryCode",
  url: "homePage",
  language: "languageCode",
};

/** The fields of the columns that a vCard file is laid out in; another phone stands in where no card has one of work. */
export function suggestCardFields(columns: readonly ColumnToMap[]): (ContactField | null)[] {
  const has = (name: VCardColumn) =>
    columns.some(({ header, samples }) => header === name && samples.length > 0);
  const phone = (["workPhone", "homePhone", "otherPhone"] as const).find(has) ?? "workPhone";
  return columns.map(({ header }) => {
    if (header === phone) return "phoneNo";
    return header === "workPhone" ? null : (fieldsOfCards[header as VCardColumn] ?? null);
  });
}
