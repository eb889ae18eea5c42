import type { Db } from "#app/database.ts";
import type { RowFinding } from "../row-reports.ts";
import { type Candidate, chooseContact, type Found } from "./choose-contact.rules.ts";
import type { Clues, ContactName } from "./contact-clues.rules.ts";
import {
  type Asked,
  Candidates,
  findByAnyEmail,
  findExact,
  findLikeNames,
  keyOfName,
} from "./find-candidates.queries.ts";

/** The contact of a row, or why there is none; `warnings` tell of a match that is worth a look. */
export interface MatchedContact {
  readonly contactNo: string | null;
  readonly errors: readonly RowFinding[];
  readonly warnings: readonly RowFinding[];
}

/** So many candidates are named in a message. */
const namedCandidates = 3;

/**
 * The contacts that rows are about, in the order of the rows: a statement or two for those who are called as the file
 * says, further ones only for those who are not.
 */
export async function matchContacts(db: Db, rows: readonly Clues[]): Promise<readonly MatchedContact[]> {
  const candidates = new Candidates();
  await findExact(db, askedBy(rows), candidates);
  const named = rows.filter((clues) => !isFoundSurely(clues, candidates));
  await findByAnyEmail(db, askedBy(named).emails, candidates);
  const lost = named.filter((clues) => !isFound(clues, candidates));
  await findLikeNames(db, askedBy(lost).names, candidates);
  const similar = await findSimilar(
    db,
    lost.flatMap(({ name }) => name ?? []),
    candidates,
  );
  return rows.map((clues) => presentChoice(clues, candidates, similar));
}

function askedBy(rows: readonly Clues[]): Asked {
  const distinct = (keys: readonly string[]) => [...new Set(keys)];
  const names = new Map(rows.flatMap(({ name }) => (name ? [[keyOfName(name), name] as const] : [])));
  return {
    nos: distinct(rows.flatMap(({ no }) => no ?? [])),
    externalIds: distinct(rows.flatMap(({ externalId }) => externalId ?? [])),
    emails: distinct(rows.flatMap(({ emails }) => emails)),
    phones: distinct(rows.flatMap(({ phone }) => phone ?? [])),
    names: [...names.values()],
  };
}

function isFound(clues: Clues, candidates: Candidates): boolean {
  return isFoundSurely(clues, candidates) || foundFor(clues, candidates).byName.length > 0;
}

/** By more than a name. */
function isFoundSurely(clues: Clues, candidates: Candidates): boolean {
  const { byName: _, ...surer } = foundFor(clues, candidates);
  return Object.values(surer).some(({ length }) => length > 0);
}

function foundFor({ no, externalId, emails, phone, name }: Clues, candidates: Candidates): Found {
  const byEmail = new Map(
    emails.flatMap((email) =>
      candidates.of("email", email).map((candidate) => [candidate.id, candidate] as const),
    ),
  );
  return {
    byNo: no === null ? [] : candidates.of("no", no),
    byExternalId: externalId === null ? [] : candidates.of("externalId", externalId),
    byEmail: [...byEmail.values()],
    byPhone: phone === null ? [] : candidates.of("phone", phone),
    byName: name === null ? [] : candidates.of("name", keyOfName(name)),
  };
}

/** Of those whose company knows nobody like them: who is called so elsewhere, as a suggestion. */
async function findSimilar(
  db: Db,
  names: readonly ContactName[],
  candidates: Candidates,
): Promise<Candidates> {
  const similar = new Candidates();
  const unknown = names
    .filter((name) => name.company !== null && candidates.of("name", keyOfName(name)).length === 0)
    .map(withoutCompany);
  const distinct = new Map(unknown.map((name) => [keyOfName(name), name]));
  await findLikeNames(db, [...distinct.values()], similar);
  return similar;
}

function withoutCompany({ name, isCompany }: ContactName): ContactName {
  return { name, company: null, isCompany };
}

function presentChoice(clues: Clues, candidates: Candidates, similar: Candidates): MatchedContact {
  if (clues.field === null) return refused({ path: null, code: "import_contact_missing" });
  const path = clues.field;
  const found = foundFor(clues, candidates);
  const choice = chooseContact(clues, found);
  if (choice.contact !== null) {
    const values = { text: clues.text, contact: nameOf(choice.contact) };
    const warnings = choice.isGuess ? [{ path, code: "import_contact_taken", values }] : [];
    return { contactNo: choice.contact.no, errors: [], warnings };
  }
  if (choice.several.length > 0)
    return refused({ path, code: "import_contact_ambiguous", values: valuesOf(clues, choice.several) });
  const elsewhere = clues.name === null ? [] : similar.of("name", keyOfName(withoutCompany(clues.name)));
  const suggested = found.byName.length > 0 ? found.byName : elsewhere;
  return suggested.length > 0
    ? refused({ path, code: "import_contact_similar", values: valuesOf(clues, suggested) })
    : refused({ path, code: "import_contact_not_found", values: { text: clues.text } });
}

function refused(error: RowFinding): MatchedContact {
  return { contactNo: null, errors: [error], warnings: [] };
}

function valuesOf({ text }: Clues, candidates: readonly Candidate[]) {
  const named = candidates.slice(0, namedCandidates).map(nameOf);
  return { text, candidates: candidates.length > namedCandidates ? [...named, "…"] : named };
}

function nameOf({ no, name, type, companyName }: Candidate): string {
  const company = type === "person" && companyName !== null ? ` (${companyName})` : "";
  return `${no} ${name ?? ""}${company}`.trim();
}
