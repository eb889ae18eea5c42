/** How rows that both contacts have are resolved before a merge (contacts §7, 3; B3). */

import type { ContactList, MergeResolution } from "./merge.contract.ts";

type Shown = Readonly<Record<string, string | number | boolean | null>>;

/** A row of the duplicate that the survivor has already. */
export interface Clash {
  readonly list: ContactList;
  readonly key: string;
  readonly current: Shown;
  readonly duplicate: Shown;
  /** What can be copied from the one to the other. */
  readonly fields: readonly string[];
  readonly fieldsGoTogether: boolean;
  /** The field that another value would keep the row by; `null` = none does. */
  readonly renames: string | null;
  /** Their keys differ, but the survivor cannot have both. */
  readonly isByMeaning: boolean;
}

/** Whether nothing is lost when the duplicate's row goes: the rows are the same, or where they differ one is blank. */
export function isSafe({ current, duplicate, fields, fieldsGoTogether, isByMeaning }: Clash): boolean {
  if (isByMeaning) return false;
  const differing = fields.filter((field) => current[field] !== duplicate[field]);
  if (fieldsGoTogether)
    return (
      differing.length === 0 ||
      fields.every((field) => current[field] === null) ||
      fields.every((field) => duplicate[field] === null)
    );
  return differing.every((field) => current[field] === null || duplicate[field] === null);
}

/** What the survivor's row takes over when the duplicate's goes by itself. */
export function filledBlanks({ current, duplicate, fields }: Clash): readonly string[] {
  return fields.filter((field) => current[field] === null && duplicate[field] !== null);
}

export interface ResolvedClash {
  readonly clash: Clash;
  /** Fields to copy, or the key under which the row lives on; `at` is its place in the request. */
  readonly outcome:
    | { readonly action: "remove"; readonly copies: readonly string[] }
    | { readonly action: "rename"; readonly newKey: string; readonly at: number };
}

export type ResolutionProblem =
  | { readonly because: "merge_rename_key" | "merge_restore_key" | "not_found"; readonly at: number }
  | { readonly because: "not_allowed_value"; readonly at: number; readonly allowed: readonly string[] };

export interface Resolved {
  readonly resolved: readonly ResolvedClash[];
  /** Still open: the merge is refused while there is one. */
  readonly open: readonly Clash[];
  readonly problems: readonly ResolutionProblem[];
}

/** Puts resolutions to clashes; safe ones that nobody resolved are resolved by themselves if wanted. */
export function resolveClashes(
  clashes: readonly Clash[],
  resolutions: readonly MergeResolution[],
  { autoResolve }: { readonly autoResolve: boolean },
): Resolved {
  const named = new Map(clashes.map((clash) => [`${clash.list}/${clash.key}`, clash]));
  const resolved = new Map<Clash, ResolvedClash>();
  const problems: ResolutionProblem[] = [];
  for (const [at, resolution] of resolutions.entries()) {
    const clash = named.get(`${resolution.list}/${resolution.key}`);
    const outcome = clash ? resolve(clash, resolution, at) : ({ because: "not_found", at } as const);
    if ("because" in outcome) problems.push(outcome);
    else resolved.set(outcome.clash, outcome);
  }
  if (autoResolve) {
    for (const clash of clashes.filter((candidate) => !resolved.has(candidate) && isSafe(candidate)))
      resolved.set(clash, { clash, outcome: { action: "remove", copies: filledBlanks(clash) } });
  }
  return {
    resolved: [...resolved.values()],
    open: clashes.filter((clash) => !resolved.has(clash)),
    problems,
  };
}

function resolve(
  clash: Clash,
  { action, fields = [], newKey }: MergeResolution,
  at: number,
): ResolvedClash | ResolutionProblem {
  const key = clash.renames === null ? null : String(clash.duplicate[clash.renames]);
  const isEdited = newKey !== undefined && newKey.trim().toUpperCase() !== key;
  if (action === "rename") {
    if (!isEdited || key === null) return { because: "merge_rename_key", at };
    return { clash, outcome: { action, newKey: newKey.trim().toUpperCase(), at } };
  }
  if (isEdited) return { because: "merge_restore_key", at };
  if (fields.some((field) => !clash.fields.includes(field)))
    return { because: "not_allowed_value", at, allowed: clash.fields };
  const copies = clash.fieldsGoTogether && fields.length > 0 ? clash.fields : fields;
  return { clash, outcome: { action, copies } };
}
