/** By what means people were in touch, for the icon of a template or an entry. Pure. */

export const channels = [
  "phone",
  "meeting",
  "email",
  "letter",
  "document",
  "event",
  "service",
  "other",
] as const;
export type Channel = (typeof channels)[number];

/** Beginnings and parts of words, in English and Finnish, in the order they are looked for. */
const signs: readonly (readonly [Channel, RegExp])[] = [
  ["email", /e-?mail|sähköpost|s-post/u],
  ["phone", /phone|\bcalls?\b|call-|puhel|soit/u],
  ["meeting", /meet|visit|appointment|tapaami|kokou|neuvottel|palaver|käyn(?:ti|nit)/u],
  ["service", /service|complain|support|repair|huol|reklam|valit/u],
  ["event", /event|fair|seminar|webinar|messu|tapahtuma|koulutu/u],
  ["document", /document|quote|order|invoice|reminder|asiakirj|tarjou|tilau|lasku|lähete/u],
  ["letter", /letter|mailing|brochure|card\b|kirje|postit|esit/u],
];

export interface ChannelFacts {
  /** Code of the group or of the template. */
  readonly groupCode?: string | null | undefined;
  readonly groupDescription?: string | null | undefined;
  readonly templateCode?: string | null | undefined;
  /** The template's description, or the title that begins with it. */
  readonly templateDescription?: string | null | undefined;
  readonly correspondenceType?: "hardCopy" | "email" | null | undefined;
}

/**
 * Groups and templates are the company's own; their words tell what they are about. The group says it for all of its
 * templates, so it is asked first; what no word tells, the correspondence type does.
 */
export function channelOf(facts: ChannelFacts): Channel {
  const told = [facts.groupDescription, facts.groupCode, facts.templateDescription, facts.templateCode];
  for (const words of told) {
    const found = signs.find(([, sign]) => sign.test((words ?? "").toLowerCase()));
    if (found) return found[0];
  }
  if (facts.correspondenceType === "email") return "email";
  return facts.correspondenceType === "hardCopy" ? "letter" : "other";
}
