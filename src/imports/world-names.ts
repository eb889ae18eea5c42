/** Names of countries and languages in the languages that files come in, from the runtime's own data. */

const namedIn = ["en", "fi", "sv"];

/** The ISO 3166-1 code of a country by its name or code, whatever the case; `null` = no country we know. */
export function countryOfName(text: string): string | null {
  countries ??= namesOf("region");
  return countries.get(text.trim().toLowerCase()) ?? null;
}

/** The ISO 639-1 code of a language by its name, code or locale tag; `null` = no language we know. */
export function languageOfName(text: string): string | null {
  languages ??= namesOf("language");
  const name = text.trim().toLowerCase();
  return languages.get(name) ?? languages.get(/^([a-z]{2})[-_][a-z]{2,4}\b/.exec(name)?.[1] ?? "") ?? null;
}

let countries: ReadonlyMap<string, string> | null = null;
let languages: ReadonlyMap<string, string> | null = null;

function namesOf(type: "region" | "language"): ReadonlyMap<string, string> {
  const displays = namedIn.map((language) => new Intl.DisplayNames(language, { type, fallback: "none" }));
  const names = new Map<string, string>();
  for (const code of letterPairs(type === "region" ? "A" : "a")) {
    for (const display of displays) {
      const name = display.of(code);
      if (name) names.set(name.toLowerCase(), code).set(code.toLowerCase(), code);
    }
  }
  return names;
}

function letterPairs(first: "A" | "a"): string[] {
  const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(first.charCodeAt(0) + at));
  return letters.flatMap((one) => letters.map((other) => one + other));
}
