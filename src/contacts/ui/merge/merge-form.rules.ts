import type {
  MergeConflict,
  MergeField,
  MergePreview,
  MergeResolution,
} from "#contacts/merge/merge.contract.ts";

/** What a person decides before two contacts are merged, and the request that it makes. */

/** The fields whose duplicate's value is taken. */
export type Overrides = ReadonlySet<string>;

/** What is decided about one conflict; `null` = nothing yet. */
export type Decision =
  | { readonly action: "remove"; readonly fields: readonly string[] }
  | { readonly action: "rename"; readonly newKey: string }
  | null;

export type Decisions = Readonly<Record<string, Decision>>;

/**
 * The fields that one chooses between. What follows the name, its parts of a person and a search name that nobody
 * wrote, is chosen with it.
 */
export function choosableFields({ fields, current, duplicate }: MergePreview): readonly MergeField[] {
  const following = new Set<string>();
  if (fields.some(({ field }) => field === "name")) {
    if (current.type === "person") for (const part of partsOfName) following.add(part);
    if (isSearchNameDerived(current) && isSearchNameDerived(duplicate)) following.add("searchName");
  }
  return fields.filter(({ field, canOverride }) => canOverride && !following.has(field));
}

const partsOfName = ["firstName", "middleName", "surname"] as const;

function isSearchNameDerived({ name, searchName }: MergePreview["current"]): boolean {
  return searchName === (name?.toUpperCase() ?? null);
}

/** What fills blanks and keeps restraints is taken over unless somebody chooses otherwise. */
export function suggestedOverrides(preview: MergePreview): Overrides {
  return new Set(
    choosableFields(preview)
      .filter(({ isSuggested }) => isSuggested)
      .map(({ field }) => field),
  );
}

export function keyOfConflict({ list, key }: MergeConflict): string {
  return `${list}/${key}`;
}

/** Conflicts that somebody has to decide about; the others are resolved by themselves. */
export function openConflicts({ conflicts }: MergePreview): readonly MergeConflict[] {
  return conflicts.filter(({ isSafe }) => !isSafe);
}

/** Fields of a conflict's rows that differ, the key aside. */
export function differingFields({ fields, current, duplicate }: MergeConflict): readonly string[] {
  return fields.filter((field) => current[field] !== duplicate[field]);
}

/** Why a decision is not enough; `null`: it is. */
export function problemOf(conflict: MergeConflict, decision: Decision): "undecided" | "newKey" | null {
  if (decision === null) return "undecided";
  if (decision.action === "remove") return null;
  const key = conflict.renames === null ? null : String(conflict.duplicate[conflict.renames]);
  const typed = decision.newKey.trim();
  return typed === "" || typed.toUpperCase() === key ? "newKey" : null;
}

/** The first conflict that is not decided. */
export function firstUndecided(preview: MergePreview, decisions: Decisions): MergeConflict | null {
  return (
    openConflicts(preview).find(
      (conflict) => problemOf(conflict, decisions[keyOfConflict(conflict)] ?? null) !== null,
    ) ?? null
  );
}

export function toResolutions(preview: MergePreview, decisions: Decisions): MergeResolution[] {
  return openConflicts(preview).flatMap((conflict): MergeResolution[] => {
    const decision = decisions[keyOfConflict(conflict)] ?? null;
    if (decision === null) return [];
    const { list, key } = conflict;
    return decision.action === "remove"
      ? [{ list, key, action: "remove", fields: [...decision.fields] }]
      : [{ list, key, action: "rename", newKey: decision.newKey.trim() }];
  });
}
