import { z } from "zod";
import type { Language } from "../context.ts";
import type { FieldError } from "../errors.ts";
import type { Translator } from "../i18n/translate.ts";

/** Something worth a look that did not keep a record from being stored (contacts §0). */
export const Warning = z
  .object({ path: z.string(), code: z.string(), message: z.string() })
  .meta({ id: "Warning" });
export type Warning = z.output<typeof Warning>;

/** Warnings in the reader's language; their texts stand among those of problems. */
export function presentWarnings(
  translate: Translator,
  language: Language,
  warnings: readonly FieldError[],
): Warning[] {
  return warnings.map(({ path, code, values }) => ({
    path,
    code,
    message: translate(language, `problems.${code}`, values),
  }));
}
