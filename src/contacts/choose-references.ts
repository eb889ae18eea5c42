import type { Db } from "#app/database.ts";
import type { FieldError } from "#platform/errors.ts";
import { lookUpCodes } from "#setup/index.ts";
import { type ContactReferenceList, type ReferenceField, referenceColumns } from "./contact-fields.ts";
import type { KnownReferences } from "./references-known.ts";

/** Codes that a request newly chooses, by field. */
export type ChosenCodes = { readonly [Field in ReferenceField]?: string };

/** Looks up everything that requests choose, in one statement; what exists joins the known rows. */
export async function lookUpChosen(
  db: Db,
  chosen: readonly ChosenCodes[],
  references: KnownReferences,
): Promise<void> {
  const codes: Partial<Record<ContactReferenceList, Set<string>>> = {};
  for (const choice of chosen) {
    for (const [field, code] of Object.entries(choice) as [ReferenceField, string][]) {
      const { list } = referenceColumns[field];
      codes[list] ??= new Set();
      codes[list].add(code);
    }
  }
  const lists = Object.entries(codes).map(([list, wanted]) => [list, [...wanted]]);
  references.addAll(await lookUpCodes<ContactReferenceList>(db, Object.fromEntries(lists)));
}

/**
 * `not_found` for codes that stand for nothing; a salesperson who is blocked is not newly chosen, unless by
 * synchronisation.
 */
export function checkChosen(
  chosen: ChosenCodes,
  references: KnownReferences,
  { mayBeBlocked = false }: { readonly mayBeBlocked?: boolean } = {},
): FieldError[] {
  const errors: FieldError[] = [];
  for (const [field, code] of Object.entries(chosen) as [ReferenceField, string][]) {
    if (!references.has(referenceColumns[field].list, code)) errors.push({ path: field, code: "not_found" });
  }
  const salesperson = chosen.salespersonCode && references.get("salespeople", chosen.salespersonCode);
  if (!mayBeBlocked && salesperson && (salesperson.privacyBlocked || salesperson.blocked)) {
    errors.push({
      path: "salespersonCode",
      code: salesperson.privacyBlocked ? "salesperson_privacy_blocked" : "salesperson_blocked",
      values: { salespersonCode: salesperson.code },
    });
  }
  return errors;
}
