import type { LookupSource } from "../fields/lookup.ts";
import type { Choice } from "../filter/filters.ts";
import type { TextKey } from "../i18n.ts";

interface SetupFieldBase {
  /** The field's name in the API. */
  readonly key: string;
  readonly labelKey: TextKey;
  readonly isRequired?: boolean;
  /** Part of the key: chosen when the row is new, then only read. */
  readonly isFixed?: boolean;
  /** Width of the column in pixels; what is left goes to the columns without one. */
  readonly width?: number;
}

/** One field of a set-up list: a column, and an input while the row is edited. */
export type SetupField = SetupFieldBase &
  (
    | { readonly kind: "code" | "text"; readonly maxLength: number }
    /** Several short texts, such as number formats. */
    | { readonly kind: "texts"; readonly maxLength: number; readonly hintKey?: TextKey }
    | { readonly kind: "number"; readonly decimals?: number; readonly unit?: string }
    | { readonly kind: "money" }
    | { readonly kind: "flag" }
    | { readonly kind: "dateFormula" }
    | { readonly kind: "enum"; readonly choices: readonly Choice[] }
    | { readonly kind: "lookup"; readonly source: LookupSource }
    /** A number that the program counts; it leads to what was counted. */
    | { readonly kind: "figure"; readonly href: (code: string) => string }
  );

/** The two fields most set-up lists consist of. */
export const codeAndDescription: readonly SetupField[] = [
  { key: "code", labelKey: "web.setup.code", kind: "code", maxLength: 10, isRequired: true, width: 160 },
  { key: "description", labelKey: "web.setup.description", kind: "text", maxLength: 100 },
];
