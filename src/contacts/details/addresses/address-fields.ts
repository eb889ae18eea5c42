import type { AlternativeAddress } from "./addresses.contract.ts";

/** Which column holds which field of an alternative address; the country is a reference. */
export const addressColumns = {
  companyName: "company_name",
  companyName2: "company_name2",
  address: "address",
  address2: "address2",
  postCode: "post_code",
  city: "city",
  county: "county",
  phoneNo: "phone_no",
  mobilePhoneNo: "mobile_phone_no",
  extensionNo: "extension_no",
  pager: "pager",
  faxNo: "fax_no",
  telexNo: "telex_no",
  telexAnswerBack: "telex_answer_back",
  email: "email",
  homePage: "home_page",
} as const satisfies Partial<Record<keyof AlternativeAddress, string>>;

export type AddressField = keyof typeof addressColumns;
export const addressFields = Object.keys(addressColumns) as readonly AddressField[];

/** What an alternative address holds. */
export type AddressContent = { readonly [Field in AddressField]: string | null } & {
  readonly countryCode: string | null;
};

export const blankAddress: AddressContent = {
  ...(Object.fromEntries(addressFields.map((field) => [field, null])) as { [Field in AddressField]: null }),
  countryCode: null,
};
