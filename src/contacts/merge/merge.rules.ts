/** Whether two contacts may be merged or parted again, and what of them differs (contacts §7, B3). */

import { flagFields, plainFields, referenceFields } from "../contact-fields.ts";
import type { Contact } from "../contacts.contract.ts";
import { addressFields, classifyingFields, communicationFields } from "../defaults.rules.ts";
import type { ContactInput } from "../write-contact.rules.ts";
import type { MergeField, undoProblems } from "./merge.contract.ts";

export type MergeDecision =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly because: "merge_same" | "merge_type" };

/** Whether `duplicate` may disappear into `current`. */
export function decideMerge(
  current: Pick<Contact, "no" | "type">,
  duplicate: Pick<Contact, "no" | "type">,
): MergeDecision {
  if (current.no === duplicate.no) return { allowed: false, because: "merge_same" };
  if (current.type !== duplicate.type) return { allowed: false, because: "merge_type" };
  return { allowed: true };
}

/** Stored fields in the order of the card; a person's company name follows its company. */
const comparedFields = [
  ...plainFields.filter((field) => field !== "companyName"),
  ...referenceFields,
  "correspondenceType",
  ...flagFields,
] as const satisfies readonly (keyof Contact)[];

/** Flags that keep a contact out of something: who merges should not let it back in unawares. */
const restraints: ReadonlySet<string> = new Set(
  flagFields.filter((flag) => flag !== "parentalConsentReceived"),
);

/** Every stored field whose values differ, the number first. */
export function differingFields(current: Contact, duplicate: Contact): MergeField[] {
  const fields: (keyof Contact)[] =
    current.type === "person" ? ["companyNo", ...comparedFields] : [...comparedFields];
  const differing = fields.filter((field) => current[field] !== duplicate[field]);
  return [
    { field: "no", current: current.no, duplicate: duplicate.no, canOverride: false, isSuggested: false },
    ...differing.map((field) => ({
      field,
      current: current[field],
      duplicate: duplicate[field],
      canOverride: true,
      isSuggested: current[field] === null || (restraints.has(field) && duplicate[field] === true),
    })),
  ];
}

const partsOfName = ["firstName", "middleName", "surname"] as const;
const keptByCountry = ["postCode", "city", "county"] as const;
/** What a person takes over from a new company unless it is said. */
const keptByCompany = [
  ...classifyingFields.map(([field]) => field),
  ...addressFields,
  ...communicationFields,
] as const;

/**
 * The change of the survivor that gives it the duplicate's values in the chosen fields, and no other values: what a
 * change of country or company would bring along is said to stay.
 */
export function overridingChange(
  current: Contact,
  duplicate: Contact,
  overrides: ReadonlySet<string>,
): ContactInput {
  const change: Record<string, unknown> = {};
  const keep = (fields: readonly (keyof Contact)[]) => {
    for (const field of fields) change[field] = current[field];
  };
  if (overrides.has("countryCode")) keep(keptByCountry);
  if (overrides.has("companyNo")) keep(keptByCompany);
  for (const field of overrides) change[field] = duplicate[field as keyof Contact];
  // A person's name is made of its parts.
  if (current.type === "person" && overrides.has("name"))
    for (const part of partsOfName) change[part] = duplicate[part];
  return change as ContactInput;
}

export type UndoProblem = (typeof undoProblems)[number];

export interface MergeFacts {
  readonly isUndone: boolean;
  /** The instant of the last moment, and now. */
  readonly undoUntil: Date;
  readonly now: Date;
  readonly hasJournal: boolean;
  readonly survivorExists: boolean;
  /** The survivor was merged into another contact itself. */
  readonly isMergedFurther: boolean;
}

/** Why a merge cannot be undone; `null`: it can. */
export function decideUndo(facts: MergeFacts): UndoProblem | null {
  if (facts.isUndone) return "merge_undone";
  if (facts.isMergedFurther) return "merge_undo_merged_further";
  if (!facts.survivorExists) return "merge_undo_survivor_deleted";
  if (facts.undoUntil < facts.now) return "merge_undo_expired";
  if (!facts.hasJournal) return "merge_undo_erased";
  return null;
}
