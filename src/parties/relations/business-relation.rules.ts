/** The one word that says how we stand with a contact (contacts §6.2). */

import type { PartyKind } from "../party-kinds.rules.ts";

export type BusinessRelation = "none" | "other" | "multiple" | PartyKind;

/** A relation row as far as the word depends on it. */
export interface RelationRow {
  readonly linkTo: PartyKind | null;
  readonly isLinked: boolean;
  /** Its code is one of those that the marketing set-up reserves for linked rows. */
  readonly hasReservedCode: boolean;
}

/** Rows of the contact and, for a person, of its company. */
export function businessRelationOf(rows: readonly RelationRow[]): BusinessRelation {
  const [first] = rows;
  if (!first) return "none";
  const selected = rows.filter(isSelected);
  if (selected.length === 0) return rows.length === 1 ? "other" : "multiple";
  return rows.length === 1 ? first.linkTo! : "multiple";
}

function isSelected({ linkTo, isLinked, hasReservedCode }: RelationRow): boolean {
  return linkTo !== null && isLinked && hasReservedCode;
}
