import { z } from "zod";
import { dateFormulaLength, parseDateFormula, writeDateFormula } from "../date-formula.rules.ts";
import { checkText, normalizeText } from "../text.rules.ts";

/** Building blocks of the contracts: what every module means by a text, a code, a date or an amount. Pure. */

function fieldIssue(code: string, values: Record<string, string | number> = {}) {
  return { params: { code, values } };
}

/** A text as every record keeps it: trimmed, composed, blank as `null`; checked by the rule that serves imports too. */
function checking(maximum: number, multiline: boolean) {
  return (value: string | null, context: z.core.$RefinementCtx): string | null => {
    const normalized = normalizeText(value);
    for (const { code, values } of checkText("", normalized, { maxLength: maximum, multiline })) {
      context.addIssue({ code: "custom", params: { code, values } });
    }
    return normalized;
  };
}

function filledText(maximum: number, multiline: boolean) {
  return z
    .string()
    .transform(checking(maximum, multiline))
    .refine((value) => value !== null, fieldIssue("required"))
    .transform((value) => value as string)
    .meta({ maxLength: maximum });
}

/** A single line of text that must not be blank. */
export const requiredText = (maximum: number) => filledText(maximum, false);

/** A single line of text; blank becomes `null`. */
export const text = (maximum: number) =>
  z.string().nullable().transform(checking(maximum, false)).meta({ maxLength: maximum });

/** Text with line ends that must not be blank. */
export const requiredLongText = (maximum: number) => filledText(maximum, true);

/** A code that must not be blank: trimmed, upper case. */
export const requiredCode = (maximum: number) =>
  requiredText(maximum)
    .transform((value) => value.toUpperCase())
    .meta({ maxLength: maximum });

/** A reference to a coded or numbered record; blank becomes `null`. */
export const code = (maximum: number) =>
  text(maximum)
    .transform((value) => value?.toUpperCase() ?? null)
    .meta({ maxLength: maximum });

/** An amount of the base currency, ≥ 0, up to 5 decimals; a decimal string inside, a number in JSON. */
export const amount = () =>
  z
    .number()
    .min(0)
    .max(9_999_999_999)
    .refine((value) => hasDecimals(value, 5), fieldIssue("too_many_decimals", { maximum: 5 }))
    .transform((value) => decimalText(value));

/** An amount of the base currency of either sign, up to 5 decimals; a decimal string inside, a number in JSON. */
export const signedAmount = () =>
  z
    .number()
    .min(-9_999_999_999)
    .max(9_999_999_999)
    .refine((value) => hasDecimals(value, 5), fieldIssue("too_many_decimals", { maximum: 5 }))
    .transform((value) => decimalText(value));

/** A value in the base currency of either sign, up to 2 decimals; a decimal string inside, a number in JSON. */
export const money = () =>
  z
    .number()
    .min(-9_999_999_999)
    .max(9_999_999_999)
    .refine((value) => hasDecimals(value, 2), fieldIssue("too_many_decimals", { maximum: 2 }))
    .transform((value) => decimalText(value));

/** Percent with at most two decimals; a decimal string inside, a number in JSON. */
export const percent = () =>
  z
    .number()
    .min(0)
    .max(100)
    .refine((value) => Number(value.toFixed(2)) === value, fieldIssue("too_many_decimals", { maximum: 2 }))
    .transform((value) => value.toFixed(2));

/** Whole minutes, ≥ 0. */
export const minutes = () => z.int().min(0).max(10_000_000);

/** A calendar day, `2026-11-23`. */
export const date = () =>
  z.iso
    .date()
    .refine(
      (value) => value >= "1753-01-01" && value <= "9999-12-31",
      fieldIssue("wrong_format", { expected: "date" }),
    );

/** A date formula in English or Finnish letters (campaigns D-1), kept in English ones; blank becomes `null`. */
export const dateFormula = () =>
  z
    .string()
    .max(dateFormulaLength)
    .nullable()
    .transform((value, context) => {
      const terms = parseDateFormula(value ?? "");
      if (terms !== null) return writeDateFormula(terms) || null;
      context.addIssue({ code: "custom", ...fieldIssue("invalid_date_formula", { value: value ?? "" }) });
      return null;
    });

/** A time of day, `14:05:00`; seconds may be left out. */
export const time = () =>
  z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/)
    .transform((value) => (value.length === 5 ? `${value}:00` : value));

/** Query parameter: several codes by commas. */
export const codeList = () =>
  z
    .string()
    .max(2_000)
    .transform((value) =>
      value
        .split(",")
        .map((part) => part.trim().toUpperCase())
        .filter((part) => part !== ""),
    );

/** Query parameter: several values of an enumeration by commas. */
export const enumList = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .string()
    .max(2_000)
    .transform((value) => value.split(",").map((part) => part.trim()))
    .pipe(z.array(z.enum(values)));

/** Query parameter: `true` or `false`. */
export const flag = () => z.enum(["true", "false"]).transform((value) => value === "true");

/** Query parameter: an integer. */
export const integerParameter = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^-?\d{1,15}$/)
    .transform(Number)
    .pipe(z.int().min(minimum).max(maximum));

/** Query parameter: several whole numbers by commas. */
export const integerList = () =>
  z
    .string()
    .max(2_000)
    .regex(/^\s*\d{1,9}\s*(,\s*\d{1,9}\s*)*$/)
    .transform((value) => value.split(",").map(Number));

/** Query parameter: a decimal number of either sign; a decimal string inside. */
export const decimalParameter = () => z.string().regex(/^-?\d{1,12}(\.\d{1,5})?$/);

/** A number as decimal text without an exponent. */
function decimalText(value: number): string {
  const plain = String(value);
  return plain.includes("e") ? value.toFixed(5) : plain;
}

function hasDecimals(value: number, maximum: number): boolean {
  const [, fraction = ""] = decimalText(value).split(".");
  return fraction.length <= maximum;
}
