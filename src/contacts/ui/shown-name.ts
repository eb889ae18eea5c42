import type { Translate } from "#web/i18n.ts";

/** What a contact is called on pages: its name; without one its number, unless whoever it was was erased. */
export function shownName(
  {
    no,
    name,
    erasedAt,
  }: { readonly no: string; readonly name: string | null; readonly erasedAt: string | null },
  t: Translate,
): string {
  return name ?? (erasedAt === null ? no : t("privacy.erasedName"));
}
