import { type Contact, listContacts as contract } from "#contacts/contacts.contract.ts";
import { cardOfContact, listContacts } from "#contacts/index.ts";
import { mostSelectedContacts } from "#contacts/selection.rules.ts";
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
  mostSelected: mostSelectedContacts,
  toCard: (item, { ctx, dataFolder }) => cardOfContact(ctx, dataFolder, item as Contact),
});
