/** What an entry of the audit trail says about a contact. Pure. */

/** One field as it was and as it became. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface ReadChanges {
  readonly fields: readonly FieldChange[];
  /** So many people of a company took a change over. */
  readonly followers: number;
  /** So many contacts were written together; 0 for a single one. */
  readonly batch: number;
}

/** What the trail keeps for itself, such as keys of the database; merges and erasures have a record of their own. */
const inner = new Set([
  ...["followers", "nos", "count", "people", "companyId"],
  ...["exportId", "requestedBy", "counts"],
  ...["mergeId", "duplicateNo", "duplicateName", "moved", "overrides", "resolutions", "kept"],
]);

/**
 * Sorts the facts of an entry: pairs are fields, a single value is the first one of a new contact.
 * @param order the fields in the order they are read in; the trail keeps none
 */
export function readChanges(
  changes: Readonly<Record<string, unknown>>,
  order: readonly string[] = [],
): ReadChanges {
  const fields = Object.entries(changes)
    .filter(([field]) => !inner.has(field))
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([field, value]) =>
      Array.isArray(value) && value.length === 2
        ? { field, before: value[0] as unknown, after: value[1] as unknown }
        : { field, before: null, after: value },
    )
    .filter(({ before, after }) => !isBlank(before) || !isBlank(after));
  return { fields, followers: countOf(changes.followers), batch: Number(changes.count ?? 0) };
}

/** Blank, or a flag that was never set. */
function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === "" || value === false;
}

function countOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}

const kinds = [
  ...(["created", "changed", "deleted", "merged", "parted"] as const),
  ...(["erased", "exported", "exportDownloaded", "consentRecorded", "consentDeleted"] as const),
] as const;
export type ChangeKind = (typeof kinds)[number] | "other";

/** `contact.changed` and `contacts.changed` → changed. */
export function kindOf(action: string): ChangeKind {
  const verb = action.split(".").at(-1);
  return kinds.find((kind) => kind === verb) ?? "other";
}
