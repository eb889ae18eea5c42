import { textLength } from "#platform/text.rules.ts";
import { commonPasswords } from "./common-passwords.data.ts";

export const minimumPasswordLength = 10;
export const maximumPasswordLength = 200;
/** Fewer different characters than this are a pattern, not a password. */
const minimumVariety = 4;

export type PasswordFault =
  | { readonly code: "password_too_short"; readonly values: { readonly minimum: number } }
  | { readonly code: "password_too_long"; readonly values: { readonly maximum: number } }
  | { readonly code: "password_is_name"; readonly values: Readonly<Record<string, never>> }
  | { readonly code: "password_too_common"; readonly values: Readonly<Record<string, never>> };

/** The form in which a password is hashed: the same characters typed on another keyboard give the same bytes. */
export function composedPassword(password: string): string {
  return password.normalize("NFKC");
}

/** Why a new password is refused, or `null`. Its kinds of characters do not matter: length does. */
export function passwordFault(
  password: string,
  owner: { readonly userName: string; readonly email: string },
): PasswordFault | null {
  const composed = composedPassword(password);
  const length = textLength(composed);
  if (length < minimumPasswordLength)
    return { code: "password_too_short", values: { minimum: minimumPasswordLength } };
  if (length > maximumPasswordLength)
    return { code: "password_too_long", values: { maximum: maximumPasswordLength } };
  const plain = composed.trim().toLowerCase();
  const names = [owner.userName, owner.email, owner.email.split("@")[0] ?? ""].map((name) =>
    name.toLowerCase(),
  );
  if (names.includes(plain)) return { code: "password_is_name", values: {} };
  if (commonPasswords.has(plain) || new Set(plain).size < minimumVariety)
    return { code: "password_too_common", values: {} };
  return null;
}
