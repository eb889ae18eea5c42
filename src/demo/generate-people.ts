import { countryRow } from "./countries.data.ts";
import type { DemoContact } from "./demo.types.ts";
import {
  blankContact,
  companyRowOf,
  lineNumbers,
  localeOf,
  salespersonOf,
  territoryOf,
} from "./generate-companies.ts";
import { jobs } from "./jobs.data.ts";
import { peopleAbroad, type StandalonePersonRow, standalonePeople } from "./people.abroad.data.ts";
import { finnishPeople, type PersonRow } from "./people.fi.data.ts";
import { type Random, seededRandom } from "./seeded-random.ts";

/** The beginnings of mobile numbers that no operator gives out. */
const MOBILE_PREFIXES: Record<string, string> = {
  FI: "+358 40 555 01",
  SE: "+46 70 174 06 ",
  GB: "+44 7700 9000",
  EE: "+372 000 03",
  NO: "+47 00 00 03 ",
  DK: "+45 00 00 03 ",
};

type MobileOf = (countryCode: string) => string | null;

/** Everybody at the companies given, then those who belong to none. */
export function generatePeople(seed: number, companies: readonly DemoContact[]): DemoContact[] {
  const mobileOf = mobileNumbers();
  const employees = companies.flatMap((company) => {
    const random = seededRandom(`${seed} people of ${company.key}`);
    return peopleOf(company.key).map((row) => employee(row, company, mobileOf, random));
  });
  const standalone = standalonePeople.map((row) => {
    return standalonePerson(row, mobileOf, seededRandom(`${seed} ${row.name}`));
  });
  return [...employees, ...standalone];
}

function peopleOf(companyKey: string): readonly PersonRow[] {
  return finnishPeople[companyKey] ?? peopleAbroad[companyKey] ?? [];
}

function employee(
  [name, jobKey]: PersonRow,
  company: DemoContact,
  mobileOf: MobileOf,
  random: Random,
): DemoContact {
  const { organizationalLevelCode, jobResponsibilityCodes } = jobs[jobKey];
  return {
    ...blankContact,
    ...nameParts(name),
    key: `${company.key}/${mailbox(name)}`,
    type: "person",
    companyKey: company.key,
    jobTitle: titleIn(company.languageCode, jobKey),
    address: company.address,
    postCode: company.postCode,
    city: company.city,
    countryCode: company.countryCode,
    phoneNo: company.phoneNo,
    mobilePhoneNo: random.chance(jobKey === "ledger" ? 0.2 : 0.8) ? mobileOf(company.countryCode) : null,
    email: `${mailbox(name)}@${domainOf(company.key)}`,
    homePage: company.homePage,
    languageCode: company.languageCode,
    formatRegion: company.formatRegion,
    territoryCode: company.territoryCode,
    salespersonCode: company.salespersonCode,
    salutationCode: "PERSON",
    correspondenceType: random.chance(0.6) ? "email" : null,
    organizationalLevelCode,
    jobResponsibilityCodes,
    mailingGroupCodes: mailingsOf(organizationalLevelCode, jobResponsibilityCodes, company, random),
  };
}

function standalonePerson(row: StandalonePersonRow, mobileOf: MobileOf, random: Random): DemoContact {
  const { languageCode } = countryRow(row.countryCode);
  const isCustomer = row.businessRelation === "CUST";
  return {
    ...blankContact,
    ...nameParts(row.name),
    key: mailbox(row.name),
    type: "person",
    jobTitle: isCustomer ? null : titleIn(languageCode, row.job),
    address: row.address,
    postCode: row.postCode,
    city: row.city,
    countryCode: row.countryCode,
    phoneNo: null,
    mobilePhoneNo: mobileOf(row.countryCode),
    email: `${mailbox(row.name)}@postilaatikko.example`,
    languageCode,
    formatRegion: localeOf(languageCode),
    territoryCode: territoryOf(row.countryCode, row.postCode),
    salespersonCode: salespersonOf(row),
    salutationCode: "PERSON",
    correspondenceType: random.chance(0.5) ? "email" : null,
    excludeFromSegment: row.privacyBlocked === true,
    privacyBlocked: row.privacyBlocked === true,
    jobResponsibilityCodes: isCustomer ? [] : jobs[row.job].jobResponsibilityCodes,
    businessRelationCodes: [row.businessRelation],
    mailingGroupCodes: isCustomer
      ? []
      : row.businessRelation === "PRESS"
        ? ["NEWS"]
        : ["NEWS", "PARTNER", "EVENTS"],
  };
}

function mailingsOf(
  level: string,
  responsibilities: string[],
  company: DemoContact,
  random: Random,
): string[] {
  const groups: string[] = [];
  const activity = companyRowOf(company.key)?.activity;
  const isCustomer = activity !== "quiet" && activity !== "new";
  if (isCustomer && !responsibilities.includes("FINANCE") && random.chance(0.5)) groups.push("NEWS");
  if (isCustomer && (level === "CEO" || level === "EXEC" || random.chance(0.05))) groups.push("XMAS");
  if (company.industryGroupCodes.includes("HOTEL") && random.chance(0.6)) groups.push("HOTEL");
  if (isCustomer && random.chance(0.4)) groups.push("EVENTS");
  if (responsibilities.includes("DESIGN")) groups.push("PARTNER");
  return groups;
}

/** Split as contacts §3.1 splits a name of two words; initials as people sign. */
function nameParts(name: string) {
  const [firstName = name, surname = ""] = name.split(" ");
  const initials = [firstName, surname].flatMap((part) => part.split("-")).map((part) => part.charAt(0));
  return { name, firstName, surname, initials: initials.join("") };
}

function titleIn(languageCode: string, jobKey: PersonRow[1]): string {
  const { fi, en, sv } = jobs[jobKey];
  return languageCode === "FI" ? fi : languageCode === "SV" ? sv : en;
}

/** `sanna-mari.virtanen`: lower case without marks, as mail servers like it. */
function mailbox(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ø", "o")
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .replaceAll(" ", ".");
}

/** People of a company that was entered twice write from the one domain it has. */
function domainOf(companyKey: string): string {
  return `${companyRowOf(companyKey)?.duplicateOf ?? companyKey}.example`;
}

/** Two digits for each country; who comes after the last of them has no mobile. */
function mobileNumbers(): MobileOf {
  const next = lineNumbers();
  return (countryCode) => {
    const prefix = MOBILE_PREFIXES[countryCode];
    if (prefix === undefined) return null;
    const number = next(prefix);
    return number.length === prefix.length + 2 ? number : null;
  };
}
