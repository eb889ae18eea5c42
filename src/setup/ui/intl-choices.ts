import { compareTexts, type Language } from "#web/format.ts";

/** Choices that the browser itself knows, in the reader's language. */

export interface IntlChoice {
  readonly value: string;
  readonly label: string;
}

function named(kind: "currency" | "region" | "language", language: Language): (code: string) => string {
  const names = new Intl.DisplayNames([language], { type: kind });
  return (code) => names.of(code) ?? code;
}

export function countryName(code: string, language: Language): string {
  return named("region", language)(code);
}

/** The name as a heading: languages are written in lower case in Finnish. */
export function languageName(locale: string, language: Language): string {
  return named("language", language)(locale.split("-")[0] ?? locale);
}

export function currencyName(code: string, language: Language): string {
  return named("currency", language)(code);
}

export function currencyChoices(language: Language): readonly IntlChoice[] {
  const nameOf = named("currency", language);
  return Intl.supportedValuesOf("currency").map((value) => ({ value, label: `${value} · ${nameOf(value)}` }));
}

/** Time zones with their present difference to UTC, so that they can be told apart. */
export function timeZoneChoices(): readonly IntlChoice[] {
  return Intl.supportedValuesOf("timeZone").map((value) => ({
    value,
    label: `${value.replaceAll("_", " ")} (${offsetOf(value)})`,
  }));
}

function offsetOf(timeZone: string): string {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "shortOffset" }).formatToParts();
  return (parts.find(({ type }) => type === "timeZoneName")?.value ?? "").replace("GMT", "UTC");
}

export function countryChoices(codes: readonly string[], language: Language): readonly IntlChoice[] {
  const nameOf = named("region", language);
  return codes
    .map((value) => ({ value, label: nameOf(value) }))
    .sort((a, b) => compareTexts(a.label, b.label, language));
}
