/** Addresses, tags and tokens of the address book (contacts B11; RFC 4918, 6352, 6578). Pure. */

export const davRoot = "/dav/";
export const principals = "/dav/principals/";
export const home = "/dav/address-books/";
export const book = "/dav/address-books/contacts/";

/** What a path below `/dav` names. */
export type Place =
  | { readonly kind: "root" | "home" | "book" }
  | { readonly kind: "principal"; readonly name: string }
  | { readonly kind: "card"; readonly contactId: number };

/** `null` where nothing is and nothing can be. */
export function placeOf(path: string): Place | null {
  const parts = path.split("/").filter((part) => part !== "");
  if (parts.shift() !== "dav") return null;
  const [first, second, third] = parts;
  if (first === undefined) return { kind: "root" };
  if (first === "principals" && second !== undefined && third === undefined)
    return { kind: "principal", name: second };
  if (first !== "address-books" || parts.length > 3) return null;
  if (second === undefined) return { kind: "home" };
  if (second !== "contacts") return null;
  if (third === undefined) return { kind: "book" };
  const id = /^([1-9]\d{0,15})\.vcf$/.exec(third)?.[1];
  return id === undefined ? null : { kind: "card", contactId: Number(id) };
}

/** A card goes by the contact's id, which stays when its number is changed. */
export function cardPath(contactId: number): string {
  return `${book}${contactId}.vcf`;
}

/** The id in an address that a client names: a path, or one with server; `null` for what is no card of ours. */
export function contactIdOf(href: string): number | null {
  const path = /^(?:https?:\/\/[^/]*)?(\/[^?#]*)/i.exec(href.trim())?.[1];
  if (path === undefined) return null;
  try {
    const place = placeOf(decodeURIComponent(path));
    return place?.kind === "card" ? place.contactId : null;
  } catch {
    return null;
  }
}

/** Another tag for every state of a card: what is on it changes the contact's moment of change, or its version. */
export function cardTag({ version, changedMicros }: { version: number; changedMicros: string }): string {
  return `"${version}-${changedMicros}"`;
}

/** Up to when a client knows everything, and in which database. */
export interface SyncMark {
  readonly identity: string;
  /** Microseconds since 1970: everything that changed up to then is known. */
  readonly micros: string;
}

const tokenStart = "urn:rapport:sync:";

export function syncToken({ identity, micros }: SyncMark): string {
  return `${tokenStart}${identity}:${micros}`;
}

/** Removals are remembered so long; a client that was away for longer begins anew. */
export const rememberedDays = 180;

/** What a token says; `null` when it is no token of this database, from the future, or older than what is remembered. */
export function readSyncToken(token: string, identity: string, now: Date): SyncMark | null {
  if (!token.startsWith(tokenStart)) return null;
  const [known, micros, ...others] = token.slice(tokenStart.length).split(":");
  if (known !== identity || others.length > 0 || !/^\d{1,17}$/.test(micros ?? "")) return null;
  const ageMs = now.getTime() - Number(micros) / 1000;
  const isFuture = ageMs < -60_000;
  // Nothing has been in the book yet: then nothing can have gone either.
  const isForgotten = micros !== "0" && ageMs > (rememberedDays - 1) * 86_400_000;
  return isFuture || isForgotten ? null : { identity, micros: micros! };
}
