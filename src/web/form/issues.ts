import type { z } from "zod";
import type { Translate } from "../i18n.ts";

/** What a schema objects to, in words for the person who fills in the form. */
export function issueText(issue: z.core.$ZodIssue, t: Translate): string {
  const { code } = issue;
  if (code === "too_small") {
    if (issue.origin !== "string") return t("web.form.tooSmall", { min: Number(issue.minimum) });
    return Number(issue.minimum) <= 1
      ? t("web.form.required")
      : t("web.form.tooShort", { min: Number(issue.minimum) });
  }
  if (code === "too_big") {
    const max = Number(issue.maximum);
    return issue.origin === "string" ? t("web.form.tooLong", { max }) : t("web.form.tooBig", { max });
  }
  if (code === "invalid_type") {
    return issue.input === null || issue.input === undefined ? t("web.form.required") : t("web.form.invalid");
  }
  if (code === "invalid_format" && issue.format === "email") return t("web.form.email");
  if (code === "invalid_format" && issue.format === "url") return t("web.form.url");
  if (code === "custom") return customText(issue.params ?? {}, t);
  return t("web.form.invalid");
}

/** The checks of the contracts' own fields (`platform/http/fields.ts`) say their error id and its values. */
function customText(params: Record<string, unknown>, t: Translate): string {
  const values = (params.values ?? {}) as Record<string, unknown>;
  if (params.code === "required") return t("web.form.required");
  if (params.code === "too_long" || params.code === "text_too_long") {
    return t("web.form.tooLong", { max: Number(values.maximum ?? values.maxLength) });
  }
  return t("web.form.invalid");
}

/** Checks values against a schema: texts by path, empty when all is well. The first objection of a path wins. */
export function checkValues(schema: z.ZodType, values: unknown, t: Translate): Record<string, string> {
  const result = schema.safeParse(values, { reportInput: true });
  if (result.success) return {};
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) errors[issue.path.join(".")] ??= issueText(issue, t);
  return errors;
}
