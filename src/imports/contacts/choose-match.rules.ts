/** Which contact a row is about. */

import { normalizeCode } from "#platform/text.rules.ts";
import { isSameName } from "../cell-texts.rules.ts";
import type { MatchBy } from "../import-settings.rules.ts";
import type { ParsedRow } from "./parse-row.rules.ts";
import type { RowInput } from "./read-row.rules.ts";

/** A contact that exists, as far as matching and comparing need it. */
export interface Match {
  readonly no: string;
  readonly type: "company" | "person";
  readonly name: string | null;
  readonly version: number;
  readonly companyNo: string | null;
  readonly companyName: string | null;
  readonly languageCode: string | null;
  /** A person's e-mail is its company's. */
  readonly hasCompanysEmail: boolean;
}

/** The key by which a row finds its contact; `null` = it is about a new one. */
export function matchKey(matchBy: MatchBy, { input }: Pick<ParsedRow, "input">): string | null {
  if (matchBy === "no") return normalizeCode(input.no);
  return matchBy === "email" ? normalizeCode(input.email) : null;
}

/**
 * The contact among those of the row's key. By e-mail: of the row's type; one of the same name before others, and a
 * person who merely shares the company's address only by the same name. `several` = it cannot be told.
 */
export function chooseMatch(
  matchBy: MatchBy,
  { type, input }: Pick<ParsedRow, "type" | "input">,
  candidates: readonly Match[],
): Match | null | "several" {
  if (matchBy === "no") return candidates[0] ?? null;
  const ofType = candidates.filter((candidate) => candidate.type === type);
  const name = nameOf(input);
  const named = ofType.filter((candidate) => name !== null && isSameName(candidate.name, name));
  const likely = named.length > 0 ? named : ofType.filter(({ hasCompanysEmail }) => !hasCompanysEmail);
  return likely.length > 1 ? "several" : (likely[0] ?? null);
}

function nameOf({ name, firstName, middleName, surname }: RowInput): string | null {
  const parts = [firstName, middleName, surname].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(" ") : (name ?? null);
}

/**
 * Rows in groups of which none holds two of one key, so that a later row finds what an earlier one stored. The order
 * of the rows of a key is kept.
 */
export function wavesOf<Row extends Pick<ParsedRow, "input" | "type">>(
  matchBy: MatchBy,
  rows: readonly Row[],
): Row[][] {
  const waves: Row[][] = [];
  const met = new Map<string, number>();
  for (const row of rows) {
    const key = matchKey(matchBy, row);
    const wave = key === null ? 0 : (met.get(key) ?? 0);
    if (key !== null) met.set(key, wave + 1);
    waves[wave] ??= [];
    waves[wave].push(row);
  }
  return waves;
}
