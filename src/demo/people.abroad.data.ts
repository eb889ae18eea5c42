import type { PersonRow } from "./people.fi.data.ts";

/** Who works at the companies abroad, the one we usually talk to first; invented as well. */
export const peopleAbroad: Record<string, readonly PersonRow[]> = {
  thistlecombe: [
    ["Harriet Pellow", "office"],
    ["Giles Tremayne", "operations"],
    ["Nia Prosser", "ledger"],
  ],
  marlowquay: [
    ["Desmond Okafor", "facility"],
    ["Ruth Callaghan", "assistant"],
  ],
  brackenford: [
    ["Imogen Thackray", "office"],
    ["Rajiv Bannerjee", "it"],
    ["Callum Oldroyd", "ceo"],
    ["Sophie Lister", "hr"],
  ],
  penhallow: [
    ["Jago Penrose", "factory"],
    ["Tamsin Rowe", "purchaser"],
  ],
  ashdyke: [
    ["Margaret Hollins", "principal"],
    ["Neil Batty", "property"],
  ],
  copperwharf: [
    ["Zara Whitcombe", "designer"],
    ["Felix Adeyemi", "architect"],
    ["Beatrice Lowe", "project"],
  ],
  larkfield: [
    ["Fiona Grimshaw", "practice"],
    ["Owen Tattersall", "ceo"],
  ],
  holmbeck: [
    ["Yusuf Kendall", "facility"],
    ["Alice Entwistle", "buyer"],
  ],
  saltersgate: [
    ["Morag Dunbar", "operations"],
    ["Euan Kilbride", "buyer"],
    ["Catriona Baillie", "designer"],
    ["Hamish Orr", "property"],
  ],
  tidewell: [
    ["Isla Rennie", "office"],
    ["Graham Sproat", "cfo"],
  ],
  virtanenwoodcraft: [["Pia Virtanen", "owner"]],
  granhojden: [
    ["Agneta Lundqvist", "hotel"],
    ["Per Hellgren", "buyer"],
    ["Malin Åkerblom", "designer"],
  ],
  stormhatten: [
    ["Mats Thorell", "facility"],
    ["Lena Brodin", "ledger"],
  ],
  tallmyran: [
    ["Fredrik Sundell", "it"],
    ["Emelie Rydberg", "office"],
  ],
  ripvingen: [["Birgitta Malmros", "owner"]],
  blaklintsgarden: [
    ["Tove Ekelund", "architect"],
    ["Viktor Hagström", "designer"],
  ],
  sommarbryggan: [
    ["Ulf Qvarnström", "store"],
    ["Jessica Wallin", "purchaser"],
  ],
  algortsbacken: [
    ["Kerstin Fjällborg", "operations"],
    ["Samir Haddad", "property"],
  ],
  moosgrund: [
    ["Katrin Obermayr", "hotel"],
    ["Jürgen Hasselbach", "buyer"],
  ],
  silberquell: [["Anke Dörfler", "office"]],
  eulenweiher: [
    ["Matthias Krähenbühl", "architect"],
    ["Leonie Vogtmann", "designer"],
  ],
  moewensteig: [
    ["Heiko Petersen", "owner"],
    ["Sabine Lührs", "purchaser"],
  ],
  kadakavalja: [
    ["Tiit Kuusemäe", "store"],
    ["Kadri Põldsaar", "purchaser"],
  ],
  udusaare: [
    ["Piret Õunapuu", "hotel"],
    ["Margus Rebane", "buyer"],
    ["Liis Saaremets", "reception"],
  ],
  sookure: [["Andres Tamme", "ceo"]],
  fjellrypelia: [
    ["Ingrid Solbakken", "hotel"],
    ["Øystein Haugland", "property"],
  ],
  skarvbuktneset: [["Torbjørn Vikse", "operations"]],
  lyngbakkekrogen: [
    ["Mette Østergård", "architect"],
    ["Rasmus Kjeldsen", "designer"],
  ],
  brackenford2: [["Imogen Thackrey", "office"]],
};

export type StandalonePersonRow = {
  name: string;
  job: PersonRow[1];
  address: string;
  postCode: string;
  city: string;
  countryCode: string;
  businessRelation: string;
  /** May not be contacted any more (contacts §10). */
  privacyBlocked?: boolean;
};

/** People without a company: freelance designers, a journalist, a few private customers. */
export const standalonePeople: readonly StandalonePersonRow[] = [
  alone("Kaarina Mäkinen", "designer", "Kuusikuja 4 C 12", "33200", "Tampere", "FI", "ARCHITECT"),
  alone("Karina Makinen", "designer", "Rantapolku 2", "00530", "Helsinki", "FI", "ARCHITECT"),
  alone("Aarne Tuulensuu", "consultant", "Mäntytie 16", "40100", "Jyväskylä", "FI", "ARCHITECT"),
  alone("Vilhelmiina Saari", "editor", "Lehtikuja 1 A", "00100", "Helsinki", "FI", "PRESS"),
  alone("Ossi Räsänen", "lighting", "Valokuja 7", "70100", "Kuopio", "FI", "ARCHITECT"),
  alone("Elsa Björkqvist", "designer", "Parkgatan 3", "65100", "Vaasa", "FI", "ARCHITECT"),
  alone("Terttu Huhtamäki", "owner", "Kotitie 21", "37500", "Lempäälä", "FI", "CUST", true),
  alone("Eleanor Fairweather", "consultant", "12 Rosemary Terrace", "LS6 2AA", "Leeds", "GB", "ARCHITECT"),
  alone("Dominic Hargreave", "editor", "40 Cable Street", "E1 8AH", "London", "GB", "PRESS"),
  alone("Linnéa Åhlund", "designer", "Vintergatan 6", "113 30", "Stockholm", "SE", "ARCHITECT"),
  alone("Peeter Kivisild", "consultant", "Aia tänav 11", "10111", "Tallinn", "EE", "ARCHITECT"),
  alone("Wilfred Askham", "owner", "3 Beck Side", "LS1 4AP", "Leeds", "GB", "CUST", true),
];

function alone(
  name: string,
  job: PersonRow[1],
  address: string,
  postCode: string,
  city: string,
  countryCode: string,
  businessRelation: string,
  privacyBlocked = false,
): StandalonePersonRow {
  return { name, job, address, postCode, city, countryCode, businessRelation, privacyBlocked };
}
