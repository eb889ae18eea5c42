import type { NamePart, SalutationType } from "../salutations/salutation.rules.ts";

/** A language of correspondence with the ways a letter begins in it. Its name comes from the reader's `Intl`. */
export interface PresetLanguage {
  /** Code in the list of languages. */
  readonly code: string;
  /** BCP 47. */
  readonly locale: string;
  /** Beginnings of letters to a person and to a company, by type of salutation. */
  readonly person: Readonly<Record<SalutationType, PresetFormula>>;
  readonly company: Readonly<Record<SalutationType, PresetFormula>>;
}

export interface PresetFormula {
  readonly salutation: string;
  readonly names: readonly NamePart[];
}

function language(
  code: string,
  locale: string,
  [dear, hello, toWhom]: readonly [dear: string, hello: string, toWhom: string],
): PresetLanguage {
  return {
    code,
    locale,
    person: {
      formal: { salutation: `${dear} %1 %2`, names: ["firstName", "surname"] },
      informal: { salutation: `${hello} %1`, names: ["firstName"] },
    },
    company: {
      formal: { salutation: toWhom, names: [] },
      informal: { salutation: `${hello} %1`, names: ["companyName"] },
    },
  };
}

export const presetLanguages: readonly PresetLanguage[] = [
  language("EN", "en-GB", ["Dear", "Hello", "Dear Sir or Madam"]),
  language("FI", "fi-FI", ["Hyvä", "Hei", "Hyvä vastaanottaja"]),
  language("SV", "sv-SE", ["Bästa", "Hej", "Bästa mottagare"]),
  language("DE", "de-DE", ["Guten Tag", "Hallo", "Sehr geehrte Damen und Herren"]),
  language("ET", "et-EE", ["Lugupeetud", "Tere", "Lugupeetud vastuvõtja"]),
  language("FR", "fr-FR", ["Cher/Chère", "Bonjour", "Madame, Monsieur"]),
  language("ES", "es-ES", ["Estimado/a", "Hola", "Estimados señores"]),
];

/** Codes of the two salutations that the assistant makes. */
export const presetSalutations = { person: "PERSON", company: "COMPANY" } as const;

/** Code and first number of the number series of contacts. */
/** Series of records that nobody gives much thought to when beginning. */
export const presetRecordSeries = [
  { code: "CAMP", startingNo: "CP0001", field: "campaignNos" },
  { code: "SEGM", startingNo: "SM00001", field: "segmentNos" },
  { code: "OPP", startingNo: "OP000001", field: "opportunityNos" },
  { code: "TASK", startingNo: "TD000001", field: "taskNos" },
  { code: "CUST", startingNo: "CU00001", field: "customerNos" },
  { code: "VEND", startingNo: "VE00001", field: "vendorNos" },
  { code: "BANK", startingNo: "BA001", field: "bankAccountNos" },
  { code: "EMPL", startingNo: "EM0001", field: "employeeNos" },
] as const;

/** Codes of contacts that are customers, vendors, banks and employees: with them, both sides follow each other. */
export const presetRelations = [
  { code: "CUST", kind: "customer", field: "busRelCodeForCustomers" },
  { code: "VEND", kind: "vendor", field: "busRelCodeForVendors" },
  { code: "BANK", kind: "bankAccount", field: "busRelCodeForBankAccs" },
  { code: "EMPL", kind: "employee", field: "busRelCodeForEmployees" },
] as const;

export const presetContactSeries = { code: "CONT", startingNo: "CT000001" } as const;
