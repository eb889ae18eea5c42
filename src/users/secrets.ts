import { createHash, randomBytes } from "node:crypto";

/** A random secret for a token, a cookie or a link: 256 bits, safe in a URL. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret. The secrets are random, so a plain fast hash cannot be guessed backwards. */
export function hashOfSecret(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

export const tokenPrefix = "rap_";
export const sessionCookie = "rapport_session";
