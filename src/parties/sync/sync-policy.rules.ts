/** Which way a party and its contact follow each other, and what the log says of it (contacts §6.5, B8). */

export const syncDirections = ["contactToParty", "partyToContact"] as const;
export type SyncDirection = (typeof syncDirections)[number];

/** What a link lets through; `both` unless said. An employee only ever follows its contact. */
export const syncPolicies = ["both", "contactToParty", "partyToContact", "off"] as const;
export type SyncPolicy = (typeof syncPolicies)[number];

/** Whether the policy of a link lets a change go this way; `null`: there is no link. */
export function letsFollow(policy: SyncPolicy | null, direction: SyncDirection): boolean {
  return policy === "both" || policy === direction;
}

/** The policies that let a change go this way. */
export function policiesFor(direction: SyncDirection): readonly SyncPolicy[] {
  return syncPolicies.filter((policy) => letsFollow(policy, direction));
}

/** Why one side was written: the other was changed, or the two were just linked. */
export const syncOccasions = ["change", "link"] as const;
export type SyncOccasion = (typeof syncOccasions)[number];

/** `{ field: [before, after] }` of the side that was written; of a picture, whether there is one. */
export type SyncChanges = Readonly<
  Record<string, readonly [string | boolean | null, string | boolean | null]>
>;

/** The given fields that differ. */
export function changesOf(fields: readonly string[], before: object, after: object): SyncChanges {
  const read = (of: object, field: string) =>
    ((of as Record<string, unknown>)[field] ?? null) as string | boolean | null;
  return Object.fromEntries(
    fields
      .map((field) => [field, [read(before, field), read(after, field)]] as const)
      .filter(([, [old, now]]) => old !== now),
  );
}

/** Months for which the log is kept. */
export const keptMonths = 24;
