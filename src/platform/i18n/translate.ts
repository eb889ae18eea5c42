import i18next, { type i18n } from "i18next";
import type { ErrorValues } from "#platform/errors.ts";
import { type Language, languages } from "../context.ts";

/** Texts of all modules, by language; nested objects whose leaves are sentences. */
export type Catalogue = { readonly [key: string]: string | Catalogue };

export interface Translator {
  /** The text of a key with its values; the key itself where the text is missing, which a test forbids. */
  (language: Language, key: string, values?: ErrorValues): string;
  /** Whether a text exists. */
  has(key: string): boolean;
}

/** Builds the server's translator from the joined catalogues. */
export function createTranslator(catalogues: Record<Language, Catalogue>): Translator {
  const instance: i18n = i18next.createInstance();
  // Resources are given, so initialisation is synchronous.
  void instance.init({
    lng: "en",
    fallbackLng: "en",
    supportedLngs: [...languages],
    resources: Object.fromEntries(
      languages.map((language) => [language, { translation: catalogues[language] }]),
    ),
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  const fixed = Object.fromEntries(languages.map((language) => [language, instance.getFixedT(language)]));
  const translate = (language: Language, key: string, values: ErrorValues = {}) =>
    fixed[language]!(key, { ...joinLists(values) });
  return Object.assign(translate, { has: (key: string) => instance.exists(key) });
}

function joinLists(values: ErrorValues): Record<string, string | number | boolean | null> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]),
  ) as Record<string, string | number | boolean | null>;
}

/** The first supported language of an `Accept-Language` header, by weight; English otherwise. */
export function preferredLanguage(header: string | undefined): Language | null {
  if (!header) return null;
  const wanted = header
    .split(",", 20)
    .map((part, position) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.find((parameter) => parameter.trim().startsWith("q="));
      return { tag: tag.toLowerCase(), weight: weight ? Number(weight.trim().slice(2)) : 1, position };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.position - b.position);
  for (const { tag } of wanted) {
    const found = languages.find((language) => tag === language || tag.startsWith(`${language}-`));
    if (found) return found;
  }
  return null;
}
