import type { Language } from "#platform/context.ts";
import type { Translator } from "#platform/i18n/translate.ts";

/** What people call a field: as everywhere else, or as exports alone show it. */
export function captionOf(translate: Translator, language: Language, field: string): string {
  const keys = [`fields.${field}`, `imports.columns.${field}`];
  const key = keys.find((candidate) => translate.has(candidate));
  return key ? translate(language, key) : field;
}

/** What people call a list. */
export function titleOf(translate: Translator, language: Language, resource: string): string {
  const key = `imports.lists.${resource}`;
  return translate.has(key) ? translate(language, key) : resource;
}
