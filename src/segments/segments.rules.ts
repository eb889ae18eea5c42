/** What a segment and its lines take from each other and from contacts (segments §5, §6). Blank is `null`. */

/** Lines are numbered in steps of this (segments §2.2). */
export const lineStep = 10_000;

/** Fields of a segment that its lines follow (segments §5.2). */
export const followedFields = ["description", "campaignNo", "salespersonCode", "date"] as const;
export type FollowedField = (typeof followedFields)[number];

export type FollowDecision = "headerOnly" | "ask" | "updateLines";

/**
 * Whether lines take over what changes on their segment: it is asked where lines are in scope and a field changes that
 * they follow (segments §5.2).
 */
export function decideFollowing(
  changed: readonly string[],
  linesInScope: number,
  answer: boolean | undefined,
): FollowDecision {
  const isFollowed = changed.some((field) => (followedFields as readonly string[]).includes(field));
  if (!isFollowed || linesInScope === 0) return "headerOnly";
  if (answer === undefined) return "ask";
  return answer ? "updateLines" : "headerOnly";
}

/** What is the same on a segment and on a line. */
export interface LineValues {
  readonly description: string | null;
  readonly campaignId: number | null;
  readonly salespersonId: number | null;
  readonly date: string;
}

/**
 * What a line becomes when a contact is assigned to it, or none (segments §6.1): what is given wins, the rest is the
 * segment's; without a salesperson there it is the contact's.
 */
export function assignContact(
  segment: LineValues,
  contact: { readonly salespersonId: number | null } | null,
  given: { readonly [Field in keyof LineValues]?: LineValues[Field] | undefined },
): LineValues {
  const salespersonId = segment.salespersonId ?? contact?.salespersonId ?? null;
  return {
    description: given.description === undefined ? segment.description : given.description,
    campaignId: given.campaignId === undefined ? segment.campaignId : given.campaignId,
    salespersonId: given.salespersonId === undefined ? salespersonId : given.salespersonId,
    date: given.date ?? segment.date,
  };
}

/**
 * Those who come onto a segment that nobody is to be on twice (segments §8.3): without those who are on it already, and
 * everybody once. Lines without a contact wait for anybody.
 */
export function splitExisting<Line extends { readonly contactId: number | null }>(
  lines: readonly Line[],
  present: ReadonlySet<number>,
): { readonly added: readonly Line[]; readonly existing: readonly Line[] } {
  const taken = new Set(present);
  const added: Line[] = [];
  const existing: Line[] = [];
  for (const line of lines) {
    const isTaken = line.contactId !== null && taken.has(line.contactId);
    (isTaken ? existing : added).push(line);
    if (line.contactId !== null) taken.add(line.contactId);
  }
  return { added, existing };
}
