import type { ContactList, KeptByUndo, MergeConflict } from "#contacts/merge/merge.contract.ts";
import type { TextKey, Translate } from "#web/i18n.ts";
import { correspondenceChoices } from "../choices.ts";

/** What merging shows, in words. */

export function listLabel(list: ContactList, t: Translate): string {
  return t(`contacts.merge.lists.${list}`);
}

const rowFields = ["code", "linkTo", "linkNo", "questionnaireCode", "lineNo"] as const;

/** A field of a contact or of one of its rows. */
export function fieldLabel(field: string, t: Translate): string {
  const own = rowFields.find((candidate) => candidate === field);
  return own ? t(`contacts.merge.rowFields.${own}`) : t(`fields.${field}` as TextKey);
}

/** A value as people read it; `null` = blank. */
export function valueText(field: string, value: unknown, t: Translate): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return t(value ? "contacts.changes.yes" : "contacts.changes.no");
  if (field === "correspondenceType") {
    const choice = correspondenceChoices.find((candidate) => candidate.value === value);
    if (choice) return t(choice.labelKey);
  }
  if (field === "linkTo") return t(`contacts.merge.kinds.${value as "customer"}`);
  return String(value);
}

/** A row of a conflict in one line, what is not blank of it, its key first. */
export function rowText(
  { fields, current, duplicate }: MergeConflict,
  of: "current" | "duplicate",
  t: Translate,
): string {
  const row = of === "current" ? current : duplicate;
  const key = Object.keys(row).filter((field) => !fields.includes(field));
  return [...key, ...fields].flatMap((field) => valueText(field, row[field], t) ?? []).join(" · ");
}

/** What was not restored: the fields by name, lists by theirs. */
export function keptLabels(kept: readonly KeptByUndo[], t: Translate): string[] {
  return kept.flatMap(({ list, fields, count }) =>
    list === "fields"
      ? fields.map((field) => fieldLabel(field, t))
      : [t("contacts.merge.keptRows", { list: listLabel(list, t), count })],
  );
}
