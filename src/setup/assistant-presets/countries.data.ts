import type { addressFormats } from "../lists/setup-fields.contract.ts";

/** What the assistant knows of a country. Its name comes from the reader's `Intl`. */
export interface PresetCountry {
  /** ISO 3166-1 alpha-2; also the code in the list of countries. */
  readonly code: string;
  /** ISO 3166-1 numeric. */
  readonly numericCode: string;
  /** ISO 4217. */
  readonly currencyCode: string;
  /** IANA zone of its capital. */
  readonly timeZone: string;
  /** Language of correspondence: a code of `languages.data.ts`. */
  readonly languageCode: string;
  readonly addressFormat: (typeof addressFormats)[number];
  /** `#` a digit, `@` a letter, `?` anything. */
  readonly vatFormats: readonly string[];
}

type Row = readonly [
  code: string,
  numericCode: string,
  currencyCode: string,
  timeZone: string,
  languageCode: string,
  vatFormats: string,
  addressFormat?: PresetCountry["addressFormat"],
];

/** Europe and the largest trading partners beyond; others are added in the list of countries. */
const rows: readonly Row[] = [
  ["AT", "040", "EUR", "Europe/Vienna", "DE", "ATU########"],
  ["BE", "056", "EUR", "Europe/Brussels", "FR", "BE##########"],
  ["BG", "100", "EUR", "Europe/Sofia", "EN", "BG######### BG##########"],
  ["CA", "124", "CAD", "America/Toronto", "EN", "", "cityCountyPostCode"],
  ["CH", "756", "CHF", "Europe/Zurich", "DE", "CHE-###.###.### CHE#########"],
  ["CY", "196", "EUR", "Asia/Nicosia", "EN", "CY########@"],
  ["CZ", "203", "CZK", "Europe/Prague", "EN", "CZ######## CZ######### CZ##########"],
  ["DE", "276", "EUR", "Europe/Berlin", "DE", "DE#########"],
  ["DK", "208", "DKK", "Europe/Copenhagen", "EN", "DK######## ########"],
  ["EE", "233", "EUR", "Europe/Tallinn", "ET", "EE#########"],
  ["ES", "724", "EUR", "Europe/Madrid", "ES", "ES@######## ES########@ ES@#######@"],
  ["FI", "246", "EUR", "Europe/Helsinki", "FI", "FI######## #######-#"],
  ["FR", "250", "EUR", "Europe/Paris", "FR", "FR??#########"],
  ["GB", "826", "GBP", "Europe/London", "EN", "GB######### GB############", "cityPostCode"],
  ["GR", "300", "EUR", "Europe/Athens", "EN", "EL#########"],
  ["HR", "191", "EUR", "Europe/Zagreb", "EN", "HR###########"],
  ["HU", "348", "HUF", "Europe/Budapest", "EN", "HU########"],
  ["IE", "372", "EUR", "Europe/Dublin", "EN", "IE#######@ IE#######@@ IE#@#####@", "cityPostCode"],
  ["IS", "352", "ISK", "Atlantic/Reykjavik", "EN", "IS##### IS######"],
  ["IT", "380", "EUR", "Europe/Rome", "EN", "IT###########"],
  ["LT", "440", "EUR", "Europe/Vilnius", "EN", "LT######### LT############"],
  ["LU", "442", "EUR", "Europe/Luxembourg", "FR", "LU########"],
  ["LV", "428", "EUR", "Europe/Riga", "EN", "LV###########"],
  ["MT", "470", "EUR", "Europe/Malta", "EN", "MT########"],
  ["NL", "528", "EUR", "Europe/Amsterdam", "EN", "NL#########B##"],
  ["NO", "578", "NOK", "Europe/Oslo", "EN", "NO#########MVA #########MVA #########"],
  ["PL", "616", "PLN", "Europe/Warsaw", "EN", "PL##########"],
  ["PT", "620", "EUR", "Europe/Lisbon", "EN", "PT#########"],
  ["RO", "642", "RON", "Europe/Bucharest", "EN", "RO######## RO######### RO##########"],
  ["SE", "752", "SEK", "Europe/Stockholm", "SV", "SE############ ######-####"],
  ["SI", "705", "EUR", "Europe/Ljubljana", "EN", "SI########"],
  ["SK", "703", "EUR", "Europe/Bratislava", "EN", "SK##########"],
  ["US", "840", "USD", "America/New_York", "EN", "", "cityCountyPostCode"],
];

export const presetCountries: readonly PresetCountry[] = rows.map(
  ([
    code,
    numericCode,
    currencyCode,
    timeZone,
    languageCode,
    vatFormats,
    addressFormat = "postCodeCity",
  ]) => ({
    code,
    numericCode,
    currencyCode,
    timeZone,
    languageCode,
    addressFormat,
    vatFormats: vatFormats === "" ? [] : vatFormats.split(" "),
  }),
);
