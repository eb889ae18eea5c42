import { type Language, numberSeparators } from "../format.ts";

/**
 * Reads a number as people write it: `1 234,50`, `1,234.50`, `1234.5`, `−3`, `12 €`. Comma and point are both taken as
 * the decimal sign; where one of them can only part thousands (`1,234` in English, `1.234.567`), it does.
 * @returns `null` for what is no number
 */
export function readNumber(text: string, language: Language): number | null {
  const typed = text
    .replace(/[\s\u00a0\u202f']/g, "")
    .replace("\u2212", "-")
    .replace(/^(-?)\p{Sc}/u, "$1")
    .replace(/(?:\p{Sc}|[A-Za-z%]{1,4})$/u, "");
  if (!/^-?\d*[\d.,]*\d$/.test(typed)) return null;
  const { thousand } = numberSeparators(language);
  const signs = typed.replace(/[^.,]/g, "");
  const last = signs.at(-1);
  if (last === undefined) return Number(typed);
  const isRepeated = signs.length > 1 && [...signs].every((sign) => sign === last);
  const partsThousands =
    isRepeated || (signs.length === 1 && last === thousand && /^-?\d{1,3}[.,]\d{3}$/.test(typed));
  if (partsThousands) {
    return /^-?\d{1,3}([.,]\d{3})+$/.test(typed) ? Number(typed.replaceAll(last, "")) : null;
  }
  const [whole = "", fraction = ""] = splitAtLast(typed, last);
  if (whole.includes(last)) return null;
  const value = Number(`${whole.replace(/[.,]/g, "")}.${fraction}`);
  return Number.isFinite(value) ? value : null;
}

function splitAtLast(text: string, sign: string): [string, string] {
  const at = text.lastIndexOf(sign);
  return [text.slice(0, at), text.slice(at + 1)];
}

/** A number to be edited: the language's decimal sign and nothing else. */
export function editableNumber(value: number, language: Language): string {
  return String(value).replace(".", numberSeparators(language).decimal);
}
