import { type PartyReferenceField, type PartyTextField, partyReferences } from "./party-fields.rules.ts";

/** Which column holds which field of a party. */

/** Fields that are stored as they are. */
export const textColumns: Readonly<Record<PartyTextField, string>> = {
  externalId: "external_id",
  name: "name",
  searchName: "search_name",
  name2: "name2",
  firstName: "first_name",
  middleName: "middle_name",
  lastName: "last_name",
  jobTitle: "job_title",
  initials: "initials",
  address: "address",
  address2: "address2",
  postCode: "post_code",
  city: "city",
  county: "county",
  phoneNo: "phone_no",
  mobilePhoneNo: "mobile_phone_no",
  faxNo: "fax_no",
  pager: "pager",
  telexNo: "telex_no",
  telexAnswerBack: "telex_answer_back",
  email: "email",
  homePage: "home_page",
  formatRegion: "format_region",
  vatRegistrationNo: "vat_registration_no",
  registrationNo: "registration_no",
  contactName: "contact_name",
};

/** Fields that are a code to people and the id of a row of set-up to the table. */
export const referenceColumns: Readonly<
  Record<PartyReferenceField, { list: (typeof partyReferences)[PartyReferenceField]; column: string }>
> = {
  countryCode: { list: partyReferences.countryCode, column: "country_id" },
  territoryCode: { list: partyReferences.territoryCode, column: "territory_id" },
  currencyCode: { list: partyReferences.currencyCode, column: "currency_id" },
  languageCode: { list: partyReferences.languageCode, column: "language_id" },
  salespersonCode: { list: partyReferences.salespersonCode, column: "salesperson_id" },
  purchaserCode: { list: partyReferences.purchaserCode, column: "purchaser_id" },
  ourContactCode: { list: partyReferences.ourContactCode, column: "our_contact_id" },
};
