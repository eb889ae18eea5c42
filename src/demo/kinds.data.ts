import type { Evaluation } from "./demo.types.ts";
import type { RemarkMood } from "./remarks.data.ts";

/** One kind of thing that happens between us and a contact: what it is logged as and how it tends to go. */
export type KindRow = {
  template: string;
  /** From best to worst, how often of a hundred; the rest is not evaluated. */
  evaluations: readonly [number, number, number, number, number];
  /** How often of a hundred somebody adds a comment. */
  comments: number;
  /** Whose matter it is at the contact; blank for whoever the story is about. */
  responsibility?: "FINANCE" | "FACILITY";
  /** What the comment is about; talk when nothing is said. */
  mood?: RemarkMood;
  by?: "service" | "marketing";
};

const GOOD = [22, 44, 10, 0, 0] as const;
const MIXED = [8, 34, 28, 0, 0] as const;
const BAD = [0, 0, 10, 48, 22] as const;
const UNRATED = [0, 0, 0, 0, 0] as const;
const SELDOM = [4, 18, 14, 0, 0] as const;

export const kinds = {
  enquiryMail: kind("MAIL-IN", GOOD, 42, { mood: "mail" }),
  enquiryCall: kind("CALL-IN", GOOD, 53),
  callBack: kind("CALL-OUT", GOOD, 56),
  noAnswer: kind("CALL-OUT", UNRATED, 8, { mood: "unanswered" }),
  needsMeeting: kind("MEET-CUST", GOOD, 80),
  webMeeting: kind("MEET-WEB", MIXED, 70),
  quoteSent: kind("QUOTE", SELDOM, 31, { mood: "offer" }),
  quoteChase: kind("CALL-OUT", MIXED, 59, { mood: "offer" }),
  question: kind("MAIL-IN", MIXED, 36, { mood: "mail" }),
  answer: kind("MAIL-OUT", SELDOM, 20, { mood: "sent" }),
  negotiation: kind("MEET-CUST", MIXED, 80, { mood: "offer" }),
  orderMail: kind("MAIL-IN", [55, 30, 0, 0, 0], 34, { mood: "order" }),
  orderCall: kind("CALL-IN", [40, 40, 0, 0, 0], 36, { mood: "order" }),
  orderConfirmed: kind("ORDERCONF", SELDOM, 14, { mood: "order" }),
  deliveryAgreed: kind("CALL-OUT", MIXED, 45, { mood: "order" }),
  deliveryNote: kind("DELIVERY", UNRATED, 8, { mood: "order" }),
  invoiceSent: kind("INVOICE", UNRATED, 6, { responsibility: "FINANCE", mood: "order" }),
  reminder: kind("REMINDER", [0, 0, 10, 10, 0], 31, { responsibility: "FINANCE", mood: "order" }),
  followUp: kind("CALL-OUT", [36, 42, 10, 0, 0], 64),
  lost: kind("CALL-OUT", BAD, 80, { mood: "lost" }),
  complaint: kind("COMPLAINT", [0, 0, 14, 46, 28], 80, { responsibility: "FACILITY", mood: "trouble" }),
  complaintCall: kind("CALL-OUT", [0, 4, 40, 26, 4], 59, {
    responsibility: "FACILITY",
    by: "service",
    mood: "trouble",
  }),
  serviceVisit: kind("SERVICE", [16, 42, 18, 0, 0], 67, {
    responsibility: "FACILITY",
    by: "service",
    mood: "trouble",
  }),
  closing: kind("CALL-OUT", [26, 44, 14, 0, 0], 50, { mood: "care" }),
  checkIn: kind("CALL-OUT", MIXED, 56),
  brochure: kind("BROCHURE", UNRATED, 11, { mood: "sent" }),
  invite: kind("INVITE", UNRATED, 7, { mood: "sent" }),
  showroom: kind("MEET-SHOW", [36, 44, 8, 0, 0], 80),
  thanks: kind("MAIL-OUT", SELDOM, 20, { mood: "sent" }),
  workshop: kind("WORKSHOP", [38, 36, 10, 0, 0], 80),
  maintenance: kind("SERVICE", [10, 40, 22, 0, 0], 48, {
    responsibility: "FACILITY",
    by: "service",
    mood: "care",
  }),
  maintenanceAgreed: kind("CALL-OUT", SELDOM, 22, {
    responsibility: "FACILITY",
    by: "service",
    mood: "care",
  }),
  letter: kind("LETTER", UNRATED, 11, { mood: "sent" }),
  fair: kind("FAIR", [16, 42, 18, 0, 0], 59),
  newsletter: kind("NEWS", UNRATED, 0, { by: "marketing" }),
  christmasCard: kind("XMASCARD", UNRATED, 1),
} satisfies Record<string, KindRow>;

export type Kind = keyof typeof kinds;

/** What somebody describes in own words; mailings carry their title. */
export type SpokenKind = Exclude<Kind, "newsletter" | "christmasCard">;

export const EVALUATIONS: readonly Evaluation[] = [
  "veryPositive",
  "positive",
  "neutral",
  "negative",
  "veryNegative",
];

function kind(
  template: string,
  evaluations: KindRow["evaluations"],
  comments: number,
  rest: Pick<KindRow, "responsibility" | "mood" | "by"> = {},
): KindRow {
  return { template, evaluations, comments, ...rest };
}
