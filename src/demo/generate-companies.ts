import { companiesAbroad } from "./companies.abroad.data.ts";
import { finnishCompanies } from "./companies.fi.data.ts";
import type { CompanyRow } from "./company-rows.ts";
import { countryRow } from "./countries.data.ts";
import type { DemoContact } from "./demo.types.ts";
import type { Random } from "./seeded-random.ts";
import { seededRandom } from "./seeded-random.ts";
import { localeOfLanguage } from "./setup.data.ts";

export const companyRows: readonly CompanyRow[] = [...finnishCompanies, ...companiesAbroad];

export function companyRowOf(key: string): CompanyRow | undefined {
  return companyRows.find((row) => row.key === key);
}

/** The company contacts, in the order of the data. */
export function generateCompanies(seed: number): DemoContact[] {
  const phones = lineNumbers();
  const contacts: DemoContact[] = [];
  for (const row of companyRows) {
    const original = contacts.find(({ key }) => key === row.duplicateOf);
    contacts.push(
      original
        ? duplicateOf(original, row)
        : company(row, phones(row.phonePrefix), seededRandom(`${seed} ${row.key}`)),
    );
  }
  return contacts;
}

function company(row: CompanyRow, phoneNo: string, random: Random): DemoContact {
  const languageCode = row.languageCode ?? countryRow(row.countryCode).languageCode;
  return {
    ...blankContact,
    key: row.key,
    type: "company",
    name: row.name,
    ...addressOf(row),
    phoneNo,
    email: `${mailboxOf(languageCode)}@${row.key}.example`,
    homePage: `https://www.${row.key}.example`,
    languageCode,
    formatRegion: localeOf(languageCode),
    territoryCode: territoryOf(row.countryCode, row.postCode),
    salespersonCode: salespersonOf(row),
    salutationCode: "COMPANY",
    correspondenceType: random.chance(0.7) ? "email" : random.chance(0.4) ? "hardCopy" : null,
    vatRegistrationNo: inventedVatNo(row.countryCode, random),
    excludeFromSegment: row.key === "akasvirta",
    mailingGroupCodes: companyMailings(row, random),
    industryGroupCodes: row.industry === "HOTEL" && random.chance(0.25) ? ["HOTEL", "FOOD"] : [row.industry],
    businessRelationCodes: [relationOf(row)],
    webSources: random.chance(0.5) ? [{ webSourceCode: "REGISTER", searchWord: row.name.slice(0, 30) }] : [],
  };
}

/** A second record somebody made in a hurry: same house and telephone, little else. */
function duplicateOf(original: DemoContact, row: CompanyRow): DemoContact {
  return {
    ...original,
    key: row.key,
    name: row.name,
    homePage: null,
    vatRegistrationNo: null,
    correspondenceType: null,
    mailingGroupCodes: [],
    businessRelationCodes: ["PROSPECT"],
    webSources: [],
  };
}

export const blankContact = {
  firstName: null,
  middleName: null,
  surname: null,
  initials: null,
  jobTitle: null,
  companyKey: null,
  address2: null,
  mobilePhoneNo: null,
  homePage: null,
  vatRegistrationNo: null,
  organizationalLevelCode: null,
  correspondenceType: null,
  excludeFromSegment: false,
  privacyBlocked: false,
  mailingGroupCodes: [],
  industryGroupCodes: [],
  businessRelationCodes: [],
  jobResponsibilityCodes: [],
  webSources: [],
} satisfies Partial<DemoContact>;

/** Hands out consecutive numbers of each prefix. */
export function lineNumbers(first = 10): (prefix: string) => string {
  const next = new Map<string, number>();
  return (prefix) => {
    const line = next.get(prefix) ?? first;
    next.set(prefix, line + 1);
    return prefix + String(line).padStart(2, "0");
  };
}

export function localeOf(languageCode: string): string {
  const locale = localeOfLanguage[languageCode];
  if (locale === undefined) throw new RangeError(`The demo has no language ${languageCode}.`);
  return locale;
}

export function territoryOf(countryCode: string, postCode: string): string {
  if (countryCode !== "FI") {
    const abroad: Record<string, string> = { GB: "UK", DE: "DACH", EE: "BALTIC" };
    return abroad[countryCode] ?? "NORDIC";
  }
  const region = postCode.charAt(0);
  if (region === "0") return "UUSIMAA";
  if (region === "1" || region === "3") return "HAME";
  if (region === "2" || region === "6") return "LANSI";
  return region === "9" ? "POHJOINEN" : "ITA";
}

const SALESPERSON_OF_TERRITORY: Record<string, string> = {
  UUSIMAA: "AK",
  HAME: "AK",
  LANSI: "OH",
  ITA: "HR",
  POHJOINEN: "HR",
  NORDIC: "PW",
  BALTIC: "PW",
  DACH: "PW",
  UK: "TA",
};

export function salespersonOf(place: { countryCode: string; postCode: string; industry?: string }): string {
  if (place.countryCode === "FI" && place.industry === "HOTEL") return "OH";
  return SALESPERSON_OF_TERRITORY[territoryOf(place.countryCode, place.postCode)] ?? "AK";
}

function addressOf({ address, postCode, city, countryCode }: CompanyRow) {
  return { address, postCode, city, countryCode };
}

function mailboxOf(languageCode: string): string {
  return languageCode === "FI" ? "toimisto" : languageCode === "SV" ? "kontoret" : "office";
}

function relationOf({ industry, activity }: CompanyRow): string {
  if (industry === "DESIGN") return "ARCHITECT";
  if (industry === "RETAIL" && activity !== "quiet") return "RESELLER";
  return activity === "quiet" || activity === "new" ? "PROSPECT" : "CUST";
}

function companyMailings({ industry, activity }: CompanyRow, random: Random): string[] {
  const groups = activity === "new" ? [] : ["CATALOG"];
  if (activity === "regular" && random.chance(0.3)) groups.push("XMAS");
  if (industry === "HOTEL") groups.push("HOTEL");
  if (industry === "DESIGN") groups.push("PARTNER");
  return groups;
}

/** A number that fits the country's format and belongs to nobody. */
function inventedVatNo(countryCode: string, random: Random): string {
  const { inventedVatPrefix, inventedVatDigits, inventedVatSuffix } = countryRow(countryCode);
  let digits = "";
  while (digits.length < inventedVatDigits) digits += random.between(0, 9);
  return inventedVatPrefix + digits + inventedVatSuffix;
}
