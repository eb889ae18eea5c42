/** Which contact a row is about. */

import type { Clues, ContactName } from "./contact-clues.rules.ts";
import { type Likeness, lessLike, likenesses, likenessOf } from "./likeness.rules.ts";

/** A contact that a row may be about. */
export interface Candidate {
  readonly id: number;
  readonly no: string;
  readonly type: "company" | "person";
  readonly name: string | null;
  readonly companyId: number | null;
  readonly companyName: string | null;
}

/** What was found for each clue of a row. */
export interface Found {
  readonly byNo: readonly Candidate[];
  readonly byExternalId: readonly Candidate[];
  readonly byEmail: readonly Candidate[];
  readonly byPhone: readonly Candidate[];
  /** Exact and like ones alike. */
  readonly byName: readonly Candidate[];
}

export type ContactChoice =
  /** `isGuess`: the name is only like, or a surer clue led nowhere; worth a look. */
  | { readonly contact: Candidate; readonly isGuess: boolean }
  | { readonly contact: null; readonly several: readonly Candidate[] };

/**
 * The first clue that leads to anybody decides: number, external id, e-mail, phone, name with company. Where it leads
 * to several, the name tells them apart, and those who merely share the company's address or number are left out.
 */
export function chooseContact(clues: Clues, found: Found): ContactChoice {
  const ways: readonly (readonly [isGiven: boolean, candidates: readonly Candidate[]])[] = [
    [clues.no !== null, found.byNo],
    [clues.externalId !== null, found.byExternalId],
    [clues.emails.length > 0, found.byEmail],
    [clues.phone !== null, found.byPhone],
  ];
  const way = ways.findIndex(([, candidates]) => candidates.length > 0);
  if (way === -1)
    return chooseByName(
      clues,
      found.byName,
      ways.some(([isGiven]) => isGiven),
    );
  const likely = narrow(ways[way]![1], clues.name);
  return likely.length === 1 ? { contact: likely[0]!, isGuess: false } : { contact: null, several: likely };
}

function narrow(candidates: readonly Candidate[], name: ContactName | null): readonly Candidate[] {
  if (candidates.length === 1) return candidates;
  const named = name === null ? [] : mostLike(candidates, name).candidates;
  if (named.length > 0) return named;
  const companies = new Set(candidates.flatMap(({ id, type }) => (type === "company" ? [id] : [])));
  const apart = candidates.filter(
    ({ type, companyId }) => type === "company" || !companies.has(companyId ?? 0),
  );
  return apart;
}

function chooseByName(
  { name }: Clues,
  candidates: readonly Candidate[],
  hasSurerClue: boolean,
): ContactChoice {
  if (name === null) return { contact: null, several: [] };
  const best = mostLike(candidates, name);
  const [only, ...others] = best.candidates;
  if (only && others.length === 0)
    return { contact: only, isGuess: hasSurerClue || best.likeness !== "same" };
  return { contact: null, several: best.candidates };
}

/** The candidates that are the most like the name, and how like they are. */
function mostLike(
  candidates: readonly Candidate[],
  name: ContactName,
): { readonly likeness: Likeness | null; readonly candidates: readonly Candidate[] } {
  const compared = candidates.map((candidate) => ({ candidate, likeness: compare(candidate, name) }));
  for (const likeness of likenesses) {
    const like = compared.filter((one) => one.likeness === likeness);
    if (like.length > 0) return { likeness, candidates: like.map(({ candidate }) => candidate) };
  }
  return { likeness: null, candidates: [] };
}

function compare(candidate: Candidate, { name, company, isCompany }: ContactName): Likeness | null {
  if (isCompany && candidate.type === "person") return null;
  const likeness = likenessOf(name, candidate.name);
  return company === null ? likeness : lessLike(likeness, likenessOf(company, candidate.companyName));
}
