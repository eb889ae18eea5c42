/** Whether a contact may be reached over a channel as far as its consents tell (contacts B5, B6). Pure. */

export const consentChannels = ["email", "phone", "letter", "message"] as const;
export type ConsentChannel = (typeof consentChannels)[number];

/** What a contact said to one purpose over one channel. */
export interface SaidConsent {
  readonly channel: ConsentChannel;
  readonly purpose: string;
  readonly granted: boolean;
}

/** The consents of a contact, and the channels over which the organisation asks anybody for consents. */
export interface ConsentFacts {
  readonly consents: readonly SaidConsent[];
  readonly askedChannels: readonly ConsentChannel[];
}

/** What an interaction says of how the contact was reached. */
export interface Outreach {
  readonly informationFlow: "inbound" | "outbound" | null | undefined;
  readonly initiatedBy: "us" | "them" | null | undefined;
  readonly channel: ConsentChannel | null;
}

/** A warning, as the API answers it and the browser shows it. */
export interface ConsentWarning {
  readonly path: "contactNo";
  readonly code: `consent_${"refused" | "missing"}_${ConsentChannel}`;
  readonly values?: { readonly purposes: string };
}

/**
 * What is worth a look when we reach out to a contact: something was refused over the channel, or nothing was ever said
 * although the organisation asks for consents over it. Answering what the contact began needs none. Nothing is refused.
 */
export function consentWarnings(
  { informationFlow, initiatedBy, channel }: Outreach,
  { consents, askedChannels }: ConsentFacts,
): readonly ConsentWarning[] {
  if (informationFlow !== "outbound" || initiatedBy === "them" || channel === null) return [];
  const said = consents.filter((consent) => consent.channel === channel);
  const refused = said.filter(({ granted }) => !granted).map(({ purpose }) => purpose);
  if (refused.length > 0) {
    const values = { purposes: refused.toSorted().join(", ") };
    return [{ path: "contactNo", code: `consent_refused_${channel}`, values }];
  }
  return said.length === 0 && askedChannels.includes(channel)
    ? [{ path: "contactNo", code: `consent_missing_${channel}` }]
    : [];
}
