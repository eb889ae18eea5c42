import { z } from "zod";
import { requiredCode, text } from "#platform/http/fields.ts";

/** One field of a set-up list: how it is written, how it is read and which input a form gives it. */
export interface SetupField<Written extends z.ZodType = z.ZodType, Read extends z.ZodType = z.ZodType> {
  readonly input: "text" | "choice" | "texts" | "flag";
  readonly written: Written;
  readonly read: Read;
  /** Value of a new row that does not say. */
  readonly blank: Blank;
  /** Longest text in characters, for forms. */
  readonly maximum?: number;
  /** Values to choose from, for forms. */
  readonly choices?: readonly string[];
  /** The list can be filtered by it. */
  readonly isFilter?: boolean;
}

type Blank = null | readonly never[] | string | boolean;

export type SetupFields = Readonly<Record<string, SetupField>>;

const readText = () => z.string().nullable();

/** A problem with a code of its own, whose text is `problems.<code>`. */
function refusedAs(code: string) {
  return { params: { code, values: {} } };
}

/** A line of text. */
export function textField(maximum: number) {
  return { input: "text", written: text(maximum), read: readText(), blank: null, maximum } as const;
}

/** A text in upper case of one exact shape, or blank. */
function shapedField(maximum: number, shape: RegExp, problem: string) {
  const written = text(maximum)
    .transform((value) => value?.toUpperCase() ?? null)
    .refine((value) => value === null || shape.test(value), refusedAs(problem));
  return { input: "text", written, read: readText(), blank: null, maximum, isFilter: true } as const;
}

/** ISO 3166-1 alpha-2. */
export const isoCodeField = () => shapedField(2, /^[A-Z]{2}$/, "country_iso_code");

/** ISO 3166-1 numeric, with its leading zeros. */
export const numericCodeField = () => shapedField(3, /^\d{3}$/, "country_numeric_code");

/** A locale tag of BCP 47, brought into its usual spelling: `fi-fi` becomes `fi-FI`. */
export function localeField() {
  const written = text(35)
    .refine((value) => value === null || isLocale(value), refusedAs("locale_invalid"))
    .transform((value) => (value === null ? null : Intl.getCanonicalLocales(value)[0]!));
  return { input: "text", written, read: readText(), blank: null, maximum: 35, isFilter: true } as const;
}

/** Whether the tag is well formed, not whether anybody speaks it. */
export function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** The address of a web page in which `%1` stands for a search word. */
export function searchUrlField(maximum: number) {
  const written = text(maximum).refine(
    (value) => value === null || isSearchUrl(value),
    refusedAs("url_invalid"),
  );
  return { input: "text", written, read: readText(), blank: null, maximum } as const;
}

function isSearchUrl(value: string): boolean {
  const url = URL.parse(value.replaceAll("%1", "word"));
  return url !== null && (url.protocol === "https:" || url.protocol === "http:");
}

/** How a country writes post code, city and county below the street. */
export const addressFormats = [
  "postCodeCity",
  "cityPostCode",
  "cityCountyPostCode",
  "blankLinePostCodeCity",
] as const;

export function addressFormatField() {
  const written = z.enum(addressFormats).nullable();
  return { input: "choice", written, read: written, blank: null, choices: addressFormats } as const;
}

/** One of a few values, the first unless said. */
export function choiceField<const Choices extends readonly [string, ...string[]]>(choices: Choices) {
  const written = z.enum(choices);
  return { input: "choice", written, read: written, blank: choices[0], choices, isFilter: true } as const;
}

/** Yes or no, no unless said. */
export function flagField() {
  const written = z.boolean();
  return { input: "flag", written, read: written, blank: false, isFilter: true } as const;
}

/** VAT number formats: `#` a digit, `@` a letter, `?` anything, every other character itself. */
export function vatFormatsField() {
  return {
    input: "texts",
    written: z
      .array(requiredCode(20))
      .max(50)
      .transform((formats) => [...new Set(formats)]),
    read: z.array(z.string()),
    blank: [],
    maximum: 20,
  } as const;
}
