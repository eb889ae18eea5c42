import type { Evaluation } from "./demo.types.ts";

/** One kind of thing that happens between us and a contact: what it is logged as and how it tends to go. */
export type KindRow = {
  template: string;
  /** From best to worst, how often of a hundred; the rest is not evaluated. */
  evaluations: readonly [number, number, number, number, number];
  /** How often of a hundred somebody adds a comment. */
  comments: number;
  /** Whose matter it is at the contact; blank for whoever the story is about. */
  responsibility?: "FINANCE" | "FACILITY";
  by?: "service" | "marketing";
};

const GOOD = [18, 34, 8, 0, 0] as const;
const MIXED = [6, 24, 18, 6, 0] as const;
const BAD = [0, 0, 8, 38, 16] as const;
const UNRATED = [0, 0, 0, 0, 0] as const;
const SELDOM = [2, 12, 8, 1, 0] as const;

export const kinds = {
  enquiryMail: kind("MAIL-IN", GOOD, 30),
  enquiryCall: kind("CALL-IN", GOOD, 38),
  callBack: kind("CALL-OUT", GOOD, 40),
  noAnswer: kind("CALL-OUT", UNRATED, 6),
  needsMeeting: kind("MEET-CUST", GOOD, 65),
  webMeeting: kind("MEET-WEB", MIXED, 50),
  quoteSent: kind("QUOTE", SELDOM, 22),
  quoteChase: kind("CALL-OUT", MIXED, 42),
  question: kind("MAIL-IN", MIXED, 26),
  answer: kind("MAIL-OUT", SELDOM, 14),
  negotiation: kind("MEET-CUST", MIXED, 60),
  orderMail: kind("MAIL-IN", [55, 30, 0, 0, 0], 24),
  orderCall: kind("CALL-IN", [40, 40, 0, 0, 0], 26),
  orderConfirmed: kind("ORDERCONF", SELDOM, 10),
  deliveryAgreed: kind("CALL-OUT", MIXED, 32),
  deliveryNote: kind("DELIVERY", UNRATED, 6),
  invoiceSent: kind("INVOICE", UNRATED, 4, { responsibility: "FINANCE" }),
  reminder: kind("REMINDER", [0, 0, 10, 10, 0], 22, { responsibility: "FINANCE" }),
  followUp: kind("CALL-OUT", [34, 40, 10, 4, 0], 46),
  lost: kind("CALL-OUT", BAD, 64),
  complaint: kind("COMPLAINT", [0, 0, 14, 44, 26], 62, { responsibility: "FACILITY" }),
  complaintCall: kind("CALL-OUT", [2, 14, 26, 22, 6], 42, { responsibility: "FACILITY", by: "service" }),
  serviceVisit: kind("SERVICE", [14, 36, 18, 4, 0], 48, { responsibility: "FACILITY", by: "service" }),
  closing: kind("CALL-OUT", [26, 44, 14, 0, 0], 36),
  checkIn: kind("CALL-OUT", MIXED, 40),
  brochure: kind("BROCHURE", UNRATED, 8),
  invite: kind("INVITE", UNRATED, 5),
  showroom: kind("MEET-SHOW", [34, 40, 8, 2, 0], 62),
  thanks: kind("MAIL-OUT", SELDOM, 14),
  workshop: kind("WORKSHOP", [38, 36, 10, 0, 0], 72),
  maintenance: kind("SERVICE", [10, 34, 20, 2, 0], 34, { responsibility: "FACILITY", by: "service" }),
  maintenanceAgreed: kind("CALL-OUT", SELDOM, 16, { responsibility: "FACILITY", by: "service" }),
  letter: kind("LETTER", UNRATED, 8),
  fair: kind("FAIR", [16, 38, 16, 2, 0], 42),
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
  rest: Pick<KindRow, "responsibility" | "by"> = {},
): KindRow {
  return { template, evaluations, comments, ...rest };
}
