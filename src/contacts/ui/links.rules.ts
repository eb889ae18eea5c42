import { parseEmailList } from "#contacts/email.rules.ts";

/** Addresses behind phone numbers, e-mails and home pages. Pure. */

/**
 * A number to call, or `null` when there is nothing to dial. "(0)" inside an international number is what one leaves
 * out when calling from abroad.
 */
export function telHref(phoneNo: string): string | null {
  const isInternational = phoneNo.trim().startsWith("+");
  const spoken = isInternational ? phoneNo.replace(/\(0\)/gu, "") : phoneNo;
  const digits = spoken.replace(/[^0-9]/gu, "");
  return digits === "" ? null : `tel:${isInternational ? "+" : ""}${digits}`;
}

/** The single addresses of an e-mail field; a field that is no list of addresses is one text. */
export function emailsOf(email: string): readonly string[] {
  const list = parseEmailList(email);
  return list.valid ? list.addresses : [email];
}

/** Where a home page leads; only web addresses, so that nothing else can hide behind a click. */
export function webHref(homePage: string): string | null {
  const address = /^[a-z][a-z0-9+.-]*:/iu.test(homePage) ? homePage : `https://${homePage}`;
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === "https:" || protocol === "http:" ? href : null;
}

/** A home page as one reads it: without protocol and closing slash. */
export function webLabel(homePage: string): string {
  return homePage.replace(/^https?:\/\//iu, "").replace(/\/$/u, "");
}
