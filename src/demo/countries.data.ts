import type { DemoCountry } from "./demo.types.ts";

export type CountryRow = Omit<DemoCountry, "name"> & {
  en: string;
  fi: string;
  /** Language of correspondence where nothing else is known. */
  languageCode: "FI" | "EN" | "SV";
  /** What stands before the digits of a VAT number that no authority issues. */
  inventedVatPrefix: string;
  inventedVatDigits: number;
  inventedVatSuffix: string;
};

/** The invented VAT numbers start with digits that the country never gives to a company. */
export const countryRows: readonly CountryRow[] = [
  row("FI", "246", "Finland", "Suomi", "FI", ["FI########", "#######-#"], "FI90", 6),
  row("SE", "752", "Sweden", "Ruotsi", "SV", ["SE############"], "SE990", 7, "01"),
  row("GB", "826", "United Kingdom", "Iso-Britannia", "EN", ["GB#########", "GB############"], "GB000", 6),
  row("DE", "276", "Germany", "Saksa", "EN", ["DE#########"], "DE000", 6),
  row("EE", "233", "Estonia", "Viro", "EN", ["EE#########"], "EE99", 7),
  row("NO", "578", "Norway", "Norja", "EN", ["NO#########MVA", "#########"], "NO1", 8, "MVA"),
  row("DK", "208", "Denmark", "Tanska", "EN", ["DK########", "########"], "DK0", 7),
];

export function countryRow(code: string): CountryRow {
  const found = countryRows.find((country) => country.code === code);
  if (!found) throw new RangeError(`The demo has no country ${code}.`);
  return found;
}

function row(
  code: string,
  isoNumericCode: string,
  en: string,
  fi: string,
  languageCode: CountryRow["languageCode"],
  vatFormats: string[],
  inventedVatPrefix: string,
  inventedVatDigits: number,
  inventedVatSuffix = "",
): CountryRow {
  return {
    code,
    isoCode: code,
    isoNumericCode,
    en,
    fi,
    languageCode,
    vatFormats,
    inventedVatPrefix,
    inventedVatDigits,
    inventedVatSuffix,
  };
}
