import type { Choice } from "#web/filter/filters.ts";
import type { TextKey } from "#web/i18n.ts";
import {
  classificationMethods,
  contactClassFields,
  customerClassFields,
  priorities,
  questionnaireContactTypes,
  sortingMethods,
  vendorClassFields,
} from "../questionnaire.rules.ts";
import { classificationSchedules, weekdays } from "../schedule.rules.ts";

/** Values that are chosen from, with their words. */

function choicesOf<Value extends string>(
  values: readonly Value[],
  keyOf: (value: Value) => TextKey,
): readonly (Choice & { readonly value: Value })[] {
  return values.map((value) => ({ value, labelKey: keyOf(value) }));
}

export const priorityChoices = choicesOf(priorities, (value) => `questionnaires.priority.${value}`);
export const contactTypeChoices = choicesOf(
  questionnaireContactTypes,
  (value) => `questionnaires.list.${value}`,
);
export const scheduleChoices = choicesOf(
  classificationSchedules,
  (value) => `questionnaires.schedule.${value}`,
);
export const weekdayChoices = choicesOf(weekdays, (value) => `questionnaires.weekday.${value}`);
export const methodChoices = choicesOf(classificationMethods, (value) => `questionnaires.method.${value}`);
export const sortingChoices = choicesOf(sortingMethods, (value) => `questionnaires.sorting.${value}`);
export const customerFieldChoices = choicesOf(
  customerClassFields,
  (value) => `questionnaires.classField.${value}`,
);
export const vendorFieldChoices = choicesOf(
  vendorClassFields,
  (value) => `questionnaires.classField.${value}`,
);
/** A rating is chosen as who answers, not as a figure. */
export const contactFieldChoices = choicesOf(
  contactClassFields.filter((field) => field !== "rating"),
  (value) => `questionnaires.classField.${value}`,
);
