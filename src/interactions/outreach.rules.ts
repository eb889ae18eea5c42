import type { ConsentChannel } from "#privacy/consents/consent-warnings.rules.ts";
import { type ChannelFacts, channelOf } from "./channel.rules.ts";

const consentChannelOf = { phone: "phone", email: "email", letter: "letter" } as const;

/**
 * The channel that a contact agrees to or refuses (contacts B6), of an interaction: by the number or address it went
 * through, else by what its group and template are about. A document goes the way it is sent. Pure.
 */
export function consentChannel(
  facts: ChannelFacts & { readonly contactVia?: string | null | undefined },
): ConsentChannel | null {
  const via = facts.contactVia ?? "";
  if (via.includes("@")) return "email";
  if (/\d{3}/u.test(via.replaceAll(/[^\d]/gu, "")) && !/\p{L}/u.test(via)) return "phone";
  const channel = channelOf(facts);
  if (channel in consentChannelOf) return consentChannelOf[channel as keyof typeof consentChannelOf];
  if (channel !== "document" || !facts.correspondenceType) return null;
  return facts.correspondenceType === "email" ? "email" : "letter";
}
