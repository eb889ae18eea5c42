import type { TextKey, Translate } from "#web/i18n.ts";
import { resourceKeyOf, valueText, verbOf } from "./changes.rules.ts";
import { auditUiTexts } from "./texts.en.ts";

/** The kinds of records that the trail can be narrowed to. */
export const resourceChoices = Object.keys(auditUiTexts.resources).map((name) => ({
  value: name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
  labelKey: `audit.resources.${name as keyof typeof auditUiTexts.resources}` as const,
}));

/** A text of the catalogue, or the name itself where it has none. */
function textOr(key: string, name: string, t: Translate): string {
  const text = t(key as TextKey);
  return text === key ? name : text;
}

export function resourceName(resource: string, t: Translate): string {
  return textOr(`audit.resources.${resourceKeyOf(resource)}`, resource, t);
}

export function actionName(action: string, t: Translate): string {
  return textOr(`audit.verbs.${verbOf(action)}`, action, t);
}

export function fieldName(field: string, t: Translate): string {
  return textOr(`audit.facts.${field}`, textOr(`fields.${field}`, field, t), t);
}

export function valueName(value: unknown, t: Translate): string {
  if (value === true) return t("web.filter.yes");
  if (value === false) return t("web.filter.no");
  return valueText(value) ?? t("audit.blank");
}
