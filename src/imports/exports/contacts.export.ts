import { type Contact, listContacts as contract } from "#contacts/contacts.contract.ts";
import { listContacts } from "#contacts/index.ts";
import { type VCard, vCardOfColumns } from "#platform/files/index.ts";
import { defineExport } from "./define-export.ts";

/** The 36 columns that Business Central exports (segments §13), in its order. */
const bc = [
  "no",
  "externalId",
  "name",
  "name2",
  "address",
  "address2",
  "county",
  "postCode",
  "city",
  "countryCode",
  "phoneNo",
  "telexNo",
  "faxNo",
  "telexAnswerBack",
  "territoryCode",
  "currencyCode",
  "languageCode",
  "salespersonCode",
  "vatRegistrationNo",
  "email",
  "homePage",
  "type",
  "companyName",
  "companyNo",
  "firstName",
  "middleName",
  "surname",
  "jobTitle",
  "initials",
  "extensionNo",
  "mobilePhoneNo",
  "pager",
  "organizationalLevelCode",
  "excludeFromSegment",
  "correspondenceType",
  "salutationCode",
] as const satisfies readonly (keyof Contact)[];

/** Contacts as CSV, XLSX and vCard 4.0; all columns go under the names of the API and can be imported again. */
export const contactsExport = defineExport({
  list: contract,
  page: listContacts,
  columnSets: { bc },
  isForPrograms: true,
  toCard: (item) => cardOf(item as Contact),
});

function cardOf(contact: Contact): VCard {
  const isCompany = contact.type === "company";
  const [email, secondEmail] = (contact.email ?? "").split(";").map((address) => address.trim());
  return vCardOfColumns({
    kind: isCompany ? "org" : "individual",
    formattedName: contact.name,
    familyName: contact.surname,
    givenName: contact.firstName,
    middleName: contact.middleName,
    organization: contact.companyName,
    title: contact.jobTitle,
    mobilePhone: contact.mobilePhoneNo,
    workPhone: withExtension(contact),
    fax: contact.faxNo,
    email: email || null,
    email2: contact.email2 ?? (secondEmail || null),
    street: contact.address,
    address2: contact.address2,
    city: contact.city,
    region: contact.county,
    postCode: contact.postCode,
    country: contact.countryCode,
    url: contact.homePage,
    language: contact.languageCode,
    uid: contact.no,
  });
}

function withExtension({ phoneNo, extensionNo }: Contact): string | null {
  return phoneNo !== null && extensionNo !== null ? `${phoneNo} ext. ${extensionNo}` : phoneNo;
}
