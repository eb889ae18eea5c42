/** What a program says of itself in the `Authorization` header (RFC 7617, RFC 6750). Pure. */

export interface Credentials {
  /** `null`: the token speaks for itself. */
  readonly userName: string | null;
  /** The API token. */
  readonly secret: string;
}

/** A token as such, or as the password beside a user name; `null` for anything else. */
export function readCredentials(authorization: string): Credentials | null {
  const [, scheme = "", value = ""] = /^(Basic|Bearer)\s+(\S+)$/i.exec(authorization.trim()) ?? [];
  if (scheme === "") return null;
  if (scheme.toLowerCase() === "bearer") return { userName: null, secret: value };
  const decoded = decodeBase64(value);
  const colon = decoded?.indexOf(":") ?? -1;
  if (decoded === null || colon === -1) return null;
  // People copy a password with the blank behind it.
  return { userName: decoded.slice(0, colon).trim(), secret: decoded.slice(colon + 1).trim() };
}

function decodeBase64(value: string): string | null {
  try {
    const bytes = Uint8Array.from(atob(value), (character) => character.charCodeAt(0));
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
