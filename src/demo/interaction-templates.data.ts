import type { BilingualRow } from "./bilingual.ts";
import type {
  CorrespondenceType,
  DemoInteractionTemplate,
  DemoLanguage,
  InformationFlow,
  InitiatedBy,
} from "./demo.types.ts";

export const interactionGroupRows: readonly BilingualRow[] = [
  ["LETTER", "Letters and mailings", "Kirjeet ja postitukset"],
  ["PHONE", "Phone calls", "Puhelut"],
  ["MEETING", "Meetings", "Tapaamiset"],
  ["EMAIL", "E-mails", "Sähköpostit"],
  ["DOCUMENT", "Sales documents", "Myynnin asiakirjat"],
  ["EVENT", "Fairs and events", "Messut ja tapahtumat"],
  ["SERVICE", "Service and complaints", "Huolto ja reklamaatiot"],
];

/** What one costs in euros and how many minutes it usually takes. */
type TemplateRow = readonly [
  ...BilingualRow,
  group: string,
  cost: number,
  minutes: number,
  flow: InformationFlow,
  initiatedBy: InitiatedBy,
  channel?: CorrespondenceType,
];

const templateRows: readonly TemplateRow[] = [
  ["CALL-OUT", "Outgoing call", "Lähtevä puhelu", "PHONE", 4, 10, "outbound", "us"],
  ["CALL-IN", "Incoming call", "Saapuva puhelu", "PHONE", 4, 8, "inbound", "them"],
  ["MAIL-OUT", "E-mail sent", "Lähetetty sähköposti", "EMAIL", 3, 8, "outbound", "us", "email"],
  ["MAIL-IN", "E-mail received", "Saapunut sähköposti", "EMAIL", 2, 5, "inbound", "them"],
  [
    "MEET-CUST",
    "Meeting at the customer's",
    "Tapaaminen asiakkaan luona",
    "MEETING",
    120,
    90,
    "outbound",
    "us",
  ],
  ["MEET-SHOW", "Visit to our showroom", "Käynti näyttelytilassamme", "MEETING", 45, 75, "inbound", "them"],
  ["MEET-WEB", "Online meeting", "Verkkotapaaminen", "MEETING", 25, 45, "outbound", "us"],
  ["WORKSHOP", "Workspace workshop", "Työtilapaja", "MEETING", 260, 180, "outbound", "us"],
  ["QUOTE", "Quote", "Tarjous", "DOCUMENT", 18, 40, "outbound", "us", "email"],
  ["ORDERCONF", "Order confirmation", "Tilausvahvistus", "DOCUMENT", 6, 12, "outbound", "us", "email"],
  ["DELIVERY", "Delivery note", "Lähete", "DOCUMENT", 4, 6, "outbound", "us", "email"],
  ["INVOICE", "Invoice", "Lasku", "DOCUMENT", 3, 4, "outbound", "us", "email"],
  ["REMINDER", "Payment reminder", "Maksumuistutus", "DOCUMENT", 5, 6, "outbound", "us", "hardCopy"],
  ["LETTER", "Letter", "Kirje", "LETTER", 6.5, 15, "outbound", "us", "hardCopy"],
  [
    "BROCHURE",
    "Brochure or samples sent",
    "Esite tai mallipalat",
    "LETTER",
    12.5,
    10,
    "outbound",
    "us",
    "hardCopy",
  ],
  ["NEWS", "Newsletter", "Uutiskirje", "LETTER", 0.35, 1, "outbound", "us", "email"],
  ["XMASCARD", "Christmas card", "Joulukortti", "LETTER", 2.8, 2, "outbound", "us", "hardCopy"],
  ["INVITE", "Invitation", "Kutsu", "EVENT", 2, 3, "outbound", "us", "email"],
  ["FAIR", "Met at a fair", "Tapaaminen messuilla", "EVENT", 35, 15, "inbound", "them"],
  ["COMPLAINT", "Complaint", "Reklamaatio", "SERVICE", 10, 20, "inbound", "them"],
  ["SERVICE", "Service visit", "Huoltokäynti", "SERVICE", 95, 120, "outbound", "us"],
];

/** What is delivered by its own channel, whatever the contact prefers; calls and meetings deliver nothing. */
const OWN_CHANNEL = new Set(["REMINDER", "BROCHURE", "NEWS", "XMASCARD"]);

export function interactionTemplates(language: DemoLanguage): DemoInteractionTemplate[] {
  return templateRows.map(([code, en, fi, group, cost, minutes, flow, initiatedBy, channel]) => ({
    code,
    description: language === "fi" ? fi : en,
    interactionGroupCode: group,
    unitCost: cost,
    unitDurationMin: minutes,
    informationFlow: flow,
    initiatedBy,
    defaultCorrespondenceType: channel ?? null,
    ignoreContactCorrespondenceType: channel === undefined || OWN_CHANNEL.has(code),
  }));
}

export const interactionTemplateSetup = {
  emails: "MAIL-OUT",
  outgCalls: "CALL-OUT",
  incCalls: "CALL-IN",
  meetingInvitation: "INVITE",
  salesQuotes: "QUOTE",
  salesOrdCnfrmn: "ORDERCONF",
  salesShptNote: "DELIVERY",
  salesInvoices: "INVOICE",
  salesRmdr: "REMINDER",
};
