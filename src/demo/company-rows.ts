/**
 * How lively a company's history is: `hero` the busiest customer, `active` and `regular` ongoing ones,
 * `quiet` those nobody has talked to for months, `new` first met lately.
 */
export type Activity = "hero" | "active" | "regular" | "quiet" | "new";

export type CompanyRow = {
  key: string;
  name: string;
  industry: string;
  address: string;
  postCode: string;
  city: string;
  activity: Activity;
  countryCode: string;
  languageCode?: "FI" | "EN" | "SV";
  salesperson?: string;
  /** The beginning of its land line numbers, of a range kept free for invented people; two digits follow. */
  phonePrefix: string;
  /** Set for a second record of the same company: what the other record is called. */
  duplicateOf?: string;
};

export type CompanyExtra = Pick<CompanyRow, "languageCode" | "salesperson" | "duplicateOf">;
