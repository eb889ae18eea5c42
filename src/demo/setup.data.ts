import type { BilingualRow } from "./bilingual.ts";
import type { DemoNumberSeries } from "./demo.types.ts";

/** The company that uses Rapport in the demo: maker of acoustic pods, desks and lighting for offices and hotels. */
export const homeCompany = {
  name: "Tuomi & Wren Workspaces Oy",
  address: "Pellavatehtaankuja 3",
  postCode: "33210",
  city: "Tampere",
  countryCode: "FI",
  phoneNo: "+358 3 555 0100",
  email: "hei@tuomiwren.example",
  homePage: "https://www.tuomiwren.example",
  vatRegistrationNo: "FI90014477",
  baseCurrency: "EUR",
  timeZone: "Europe/Helsinki",
};

export const languageRows: readonly BilingualRow[] = [
  ["EN", "English", "englanti"],
  ["FI", "Finnish", "suomi"],
  ["SV", "Swedish", "ruotsi"],
];

export const localeOfLanguage: Record<string, string> = { EN: "en-GB", FI: "fi-FI", SV: "sv-SE" };

export const territoryRows: readonly BilingualRow[] = [
  ["UUSIMAA", "Helsinki and Uusimaa", "Helsinki ja Uusimaa"],
  ["HAME", "Tampere and Häme", "Tampere ja Häme"],
  ["LANSI", "Western Finland", "Länsi-Suomi"],
  ["ITA", "Central and Eastern Finland", "Keski- ja Itä-Suomi"],
  ["POHJOINEN", "Northern Finland", "Pohjois-Suomi"],
  ["NORDIC", "Sweden, Norway, Denmark", "Ruotsi, Norja ja Tanska"],
  ["BALTIC", "Estonia", "Viro"],
  ["DACH", "Germany", "Saksa"],
  ["UK", "United Kingdom", "Iso-Britannia"],
];

export const mailingGroupRows: readonly BilingualRow[] = [
  ["NEWS", "Newsletter", "Uutiskirje"],
  ["CATALOG", "Printed catalogue", "Painettu kuvasto"],
  ["HOTEL", "Hotel interiors mailing", "Hotellisisustajien kirje"],
  ["EVENTS", "Showroom evenings and fairs", "Näyttelytilan illat ja messut"],
  ["XMAS", "Christmas cards", "Joulukortit"],
  ["PARTNER", "Architects and partners", "Arkkitehdit ja kumppanit"],
];

export const industryGroupRows: readonly BilingualRow[] = [
  ["HOTEL", "Hotels and restaurants", "Hotellit ja ravintolat"],
  ["TECH", "Software and technology", "Ohjelmistot ja teknologia"],
  ["INDUSTRY", "Manufacturing", "Teollisuus"],
  ["LOGIST", "Logistics and shipping", "Logistiikka ja merenkulku"],
  ["CONSTR", "Construction and property", "Rakentaminen ja kiinteistöt"],
  ["HEALTH", "Health care and pharmacies", "Terveydenhuolto ja apteekit"],
  ["EDU", "Education", "Koulutus"],
  ["FINANCE", "Finance and accounting", "Rahoitus ja tilitoimistot"],
  ["RETAIL", "Retail and furniture stores", "Vähittäiskauppa ja kalustemyymälät"],
  ["FOOD", "Food and drink", "Elintarvikkeet"],
  ["ENERGY", "Energy and utilities", "Energia"],
  ["DESIGN", "Architects and interior designers", "Arkkitehdit ja sisustussuunnittelijat"],
];

export const businessRelationRows: readonly BilingualRow[] = [
  ["CUST", "Customer", "Asiakas"],
  ["PROSPECT", "Prospective customer", "Mahdollinen asiakas"],
  ["RESELLER", "Reseller", "Jälleenmyyjä"],
  ["ARCHITECT", "Specifier: architect or designer", "Suunnittelija tai arkkitehti"],
  ["SUPPLIER", "Supplier", "Toimittaja"],
  ["PRESS", "Press", "Lehdistö"],
  ["BANK", "Bank", "Pankki"],
  ["EMPLOYEE", "Employee", "Työntekijä"],
];

export const jobResponsibilityRows: readonly BilingualRow[] = [
  ["PURCHASE", "Purchasing", "Hankinnat"],
  ["FACILITY", "Premises and facilities", "Toimitilat ja kiinteistöt"],
  ["FINANCE", "Invoices and finance", "Laskut ja talous"],
  ["HR", "Personnel", "Henkilöstö"],
  ["IT", "Information technology", "Tietohallinto"],
  ["DESIGN", "Interior design", "Sisustussuunnittelu"],
  ["OPERATION", "Operations", "Operatiivinen toiminta"],
  ["MARKETING", "Marketing and communications", "Markkinointi ja viestintä"],
];

export const organizationalLevelRows: readonly BilingualRow[] = [
  ["CEO", "Managing director or owner", "Toimitusjohtaja tai omistaja"],
  ["EXEC", "Management team", "Johtoryhmä"],
  ["MIDDLE", "Manager", "Päällikkö"],
  ["SPECIAL", "Specialist", "Asiantuntija"],
  ["STAFF", "Office and assistants", "Toimisto ja assistentit"],
];

export const webSourceRows: readonly (readonly [...BilingualRow, url: string])[] = [
  ["REGISTER", "Company register", "Yritysrekisteri", "https://yritykset.example/haku?nimi=%1"],
  ["NEWS", "Business news", "Talousuutiset", "https://talousuutiset.example/arkisto?q=%1"],
  ["TENDERS", "Public tenders", "Julkiset hankinnat", "https://hankinnat.example/ilmoitukset?q=%1"],
];

const seriesRows: readonly (readonly [...BilingualRow, prefix: string, digits: number])[] = [
  ["CONT", "Contacts", "Kontaktit", "CT", 6],
  ["CAMP", "Campaigns", "Kampanjat", "CP", 4],
  ["SEG", "Segments", "Segmentit", "SM", 5],
  ["TASK", "Tasks", "Tehtävät", "TD", 6],
  ["OPP", "Opportunities", "Mahdollisuudet", "OP", 6],
  ["CUST", "Customers", "Asiakkaat", "CU", 5],
  ["VEND", "Vendors", "Toimittajat", "VE", 5],
  ["BANK", "Bank accounts", "Pankkitilit", "BA", 3],
  ["EMPL", "Employees", "Työntekijät", "EM", 4],
];

export function numberSeries(language: "en" | "fi"): DemoNumberSeries[] {
  return seriesRows.map(([code, en, fi, prefix, digits]) => ({
    code,
    description: language === "fi" ? fi : en,
    allowAutomatic: true,
    allowManual: true,
    startingNo: prefix + "1".padStart(digits, "0"),
    endingNo: prefix + "9".repeat(digits),
    warningNo: `${prefix}9${"5".padEnd(digits - 1, "0")}`,
    incrementBy: 1,
  }));
}

export const marketingSetup = {
  contactNos: "CONT",
  campaignNos: "CAMP",
  segmentNos: "SEG",
  taskNos: "TASK",
  opportunityNos: "OPP",
  customerNos: "CUST",
  vendorNos: "VEND",
  bankAccountNos: "BANK",
  employeeNos: "EMPL",
  busRelCodeForCustomers: "CUST",
  busRelCodeForVendors: "SUPPLIER",
  busRelCodeForBankAccs: "BANK",
  busRelCodeForEmployees: "EMPLOYEE",
  defaultCountry: "FI",
  defaultLanguage: "FI",
  defaultCompanySalutation: "COMPANY",
  defaultPersonSalutation: "PERSON",
};
