import type { DateTerm } from "#platform/date-formula.rules.ts";
import type { useT } from "../i18n.ts";

/** From 1 on. */
const weekdays = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] as const;

type Translate = ReturnType<typeof useT>;

/** What the steps of a date formula do, in words and in their order (campaigns D-4). */
export function formulaInWords(terms: readonly DateTerm[], t: Translate): string {
  return terms.map((term) => termInWords(term, t)).join(", ");
}

function termInWords(term: DateTerm, t: Translate): string {
  const isForward = term.sign === 1;
  if (term.kind === "shift")
    return t(`web.dateFormula.${isForward ? "later" : "earlier"}.${term.unit}`, { count: term.count });
  if (term.kind === "edge") return t(`web.dateFormula.${isForward ? "last" : "first"}.${term.unit}`);
  if (term.of === "month")
    return t(isForward ? "web.dateFormula.nextDay" : "web.dateFormula.previousDay", { day: term.day });
  return t(`web.dateFormula.${isForward ? "next" : "previous"}.${weekdays[term.day - 1]!}`);
}
