/** Privacy flags (contacts §10). */

export interface PrivacyFlags {
  readonly privacyBlocked: boolean;
  readonly minor: boolean;
  readonly parentalConsentReceived: boolean;
}

export type PrivacyDecision =
  | { readonly allowed: true; readonly flags: PrivacyFlags }
  | { readonly allowed: false; readonly because: "contact_consent_missing" };

/** A contact counts as blocked by its own flag and, being a person, while its company is blocked. */
export function isPrivacyBlocked(
  contact: { readonly privacyBlocked: boolean },
  company: { readonly privacyBlocked: boolean } | null,
): boolean {
  return contact.privacyBlocked || (company?.privacyBlocked ?? false);
}

/**
 * The flags after a request; a value that stays the same is no write. A minor is blocked; changing the consent blocks
 * too, so that unblocking stays a step of its own; who is no minor any more needs no consent but stays blocked until
 * somebody unblocks.
 */
export function writePrivacyFlags(
  current: PrivacyFlags,
  supplied: { readonly [Flag in keyof PrivacyFlags]?: boolean | undefined },
): PrivacyDecision {
  const minor = supplied.minor ?? current.minor;
  const consent = supplied.parentalConsentReceived ?? current.parentalConsentReceived;
  const endsMinority = current.minor && !minor;
  const parentalConsentReceived = endsMinority ? false : consent;

  const unblocks = current.privacyBlocked && supplied.privacyBlocked === false;
  const mayUnblock = !minor || (current.parentalConsentReceived && parentalConsentReceived);
  if (unblocks && !mayUnblock) return { allowed: false, because: "contact_consent_missing" };

  const blocks = (minor && !current.minor) || consent !== current.parentalConsentReceived;
  const privacyBlocked = blocks || (supplied.privacyBlocked ?? current.privacyBlocked);
  return { allowed: true, flags: { privacyBlocked, minor, parentalConsentReceived } };
}
