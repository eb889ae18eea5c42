import i18next from "i18next";
import { useMemo } from "react";
import { initReactI18next, useTranslation } from "react-i18next";
import type { catalogue } from "./catalogue.en.ts";
import { type Language, languages } from "./format.ts";
import type { laterTexts } from "./later-texts.en.ts";

type WithoutPlural<Key extends string> = Key extends `${infer Stem}_${"zero" | "one" | "other"}` ? Stem : Key;
type KeysOf<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? WithoutPlural<Key> : `${Key}.${KeysOf<Node[Key]>}`;
}[keyof Node & string];

/** The key of a text: `module.part.meaning`, without the plural's ending. */
export type TextKey = KeysOf<typeof catalogue> | KeysOf<typeof laterTexts>;
export type TextValues = Readonly<Record<string, string | number>>;
/** Looks a text up in the reader's language. */
export type Translate = (key: TextKey, values?: TextValues) => string;

/** The texts of a Finnish file: those of the English one, in other words. */
export type SameTexts<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : SameTexts<Texts[Key]>;
};

type Part = () => Promise<object>;

/** The texts that every page needs, then those that most pages do not. */
const parts: Record<Language, readonly [Part, Part]> = {
  en: [
    async () => (await import("./catalogue.en.ts")).catalogue,
    async () => (await import("./later-texts.en.ts")).laterTexts,
  ],
  fi: [
    async () => (await import("./catalogue.fi.ts")).catalogue,
    async () => (await import("./later-texts.fi.ts")).laterTexts,
  ],
};
const loaded = new Set<Part>();
let neededParts = 1;

async function loadTexts(language: Language): Promise<void> {
  const missing = parts[language].slice(0, neededParts).filter((part) => !loaded.has(part));
  await Promise.all(
    missing.map(async (part) => {
      i18next.addResourceBundle(language, "translation", await part(), true);
      loaded.add(part);
    }),
  );
}

/** Loads the texts that only some pages need; each such page waits for it. */
export async function loadLaterTexts(): Promise<void> {
  neededParts = 2;
  await loadTexts(currentLanguage());
}

const storageKey = "rapport.language";

/** The language this browser used last, otherwise the first one the browser asks for that we have. */
export function preferredLanguage(): Language {
  const wanted = [localStorage.getItem(storageKey), ...navigator.languages].map((tag) => tag?.slice(0, 2));
  return (
    languages.find((language) => language === wanted.find((tag) => languages.includes(tag as Language))) ??
    "en"
  );
}

/** Loads a language's texts if need be and shows them, without a reload. */
export async function showLanguage(language: Language): Promise<void> {
  await loadTexts(language);
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem(storageKey, language);
}

/** Prepares translation and loads the first language; nothing can be drawn before. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: {},
    lng: language,
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  });
  await showLanguage(language);
}

export function currentLanguage(): Language {
  return i18next.language as Language;
}

/** Translates outside of components, in the language shown at the moment. */
export const translate: Translate = (key, values) => i18next.t(key, values ?? {});

/** The texts; the component is drawn again when the language changes. */
export function useT(): Translate {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo<Translate>(() => {
    const fixed = i18next.getFixedT(language);
    return (key, values) => fixed(key, values ?? {});
  }, [language]);
}

export function useLanguage(): Language {
  return useTranslation().i18n.language as Language;
}
