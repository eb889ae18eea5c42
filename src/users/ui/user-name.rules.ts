/** A user name from an e-mail address: what stands before the @, in lower case, without blanks. */
export function suggestUserName(email: string): string {
  return (email.split("@")[0] ?? "").trim().toLowerCase().replace(/\s+/gu, ".").slice(0, 50);
}
