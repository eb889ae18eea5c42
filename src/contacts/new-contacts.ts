import type { Context } from "#app/database.ts";
import { decideAutomaticNumber, decideManualNumber } from "#numbering/number-series.rules.ts";
import { Conflict, type FieldError } from "#platform/errors.ts";
import { type ChosenCodes, checkChosen } from "./choose-references.ts";
import {
  type CompanyWish,
  checkCompanyOfCompany,
  companyWish,
  type FoundCompanies,
  nameCompany,
  wishedCompany,
} from "./company-links.ts";
import { conflictAt, invalidContact, numberTaken, refusePrivacyManagement } from "./contact-errors.ts";
import type { ContactFields } from "./contact-fields.ts";
import type { ContactSetup, ContactStates } from "./contact-states.queries.ts";
import { type ContactInput, chosenCodes, normalizeInput, writeNewContact } from "./write-contact.rules.ts";

/** A new contact on its way: what was asked for, and what it becomes or why it does not. */
export interface Candidate {
  readonly id: number;
  readonly input: ContactInput;
  readonly wish: CompanyWish;
  readonly chosen: ChosenCodes;
  no: string | null;
  companyId: number | null;
  fields: ContactFields | null;
  refusal: Error | null;
}

export function newCandidate(id: number, raw: ContactInput): Candidate {
  const normalized = normalizeInput(raw);
  const isPerson = normalized.type === "person";
  const input = isPerson ? normalized : nameCompany(normalized);
  return {
    id,
    input,
    wish: isPerson ? companyWish(input) : undefined,
    chosen: chosenCodes(input, null),
    no: input.no ?? null,
    companyId: isPerson ? null : id,
    fields: null,
    refusal: null,
  };
}

/** Refuses what is decided before any value is looked at: privacy flags without the right, and numbers. */
export function refuseEarly(
  ctx: Context,
  candidates: readonly Candidate[],
  setup: ContactSetup,
  areFromParties: boolean,
): void {
  const noRight = areFromParties ? null : refusePrivacyManagement(ctx);
  const given = new Set<string>();
  for (const candidate of candidates) {
    const { input, no } = candidate;
    const setsPrivacy = input.privacyBlocked || input.minor || input.parentalConsentReceived;
    candidate.refusal = (setsPrivacy ? noRight : null) ?? refuseNumber(no, setup, given);
    if (no !== null) given.add(no);
  }
}

function refuseNumber(
  no: string | null,
  { contactNos }: ContactSetup,
  given: ReadonlySet<string>,
): Error | null {
  if (no !== null) {
    const decision = decideManualNumber(contactNos);
    if (!decision.allowed) return conflictAt("no", "contact_manual_no", { key: contactNos?.code ?? "" });
    return given.has(no) ? numberTaken(no) : null;
  }
  const decision = decideAutomaticNumber(contactNos);
  if (decision.allowed) return null;
  if (decision.because === "automatic_no")
    return new Conflict("automatic_no", { key: contactNos?.code ?? "" });
  return new Conflict("setup_missing", { field: "contactNos" }, [
    { path: "contactNos", code: "setup_missing" },
  ]);
}

export interface Material {
  readonly setup: ContactSetup;
  readonly companies: ContactStates;
  readonly found: FoundCompanies;
  readonly areFromParties: boolean;
}

/** Gives every candidate its values or its refusal; companies first, people of the same call may belong to them. */
export function writeCandidates(candidates: readonly Candidate[], material: Material): void {
  const open = candidates.filter(({ refusal }) => refusal === null);
  const companies = open.filter(({ input }) => input.type !== "person");
  for (const candidate of companies) {
    const { input, no } = candidate;
    write(candidate, null, checkCompanyOfCompany(input, no, [input.name]), material);
  }
  const siblings = new Siblings(companies);
  for (const candidate of open.filter(({ input }) => input.type === "person")) {
    const company = companyOf(candidate, siblings, material);
    if ("error" in company) {
      write(candidate, null, [company.error], material);
    } else {
      candidate.companyId = company.id;
      write(candidate, company.fields, [], material);
    }
  }
}

type CompanyOfPerson =
  | { readonly id: number | null; readonly fields: ContactFields | null }
  | { readonly error: FieldError };

function companyOf({ wish }: Candidate, siblings: Siblings, { companies, found }: Material): CompanyOfPerson {
  if (!wish) return { id: null, fields: null };
  // A number that exists is that contact's, whoever else brings it along.
  const sibling = wish.by === "companyNo" && found.byNo.has(wish.text) ? null : siblings.find(wish);
  if (sibling) return { id: sibling.id, fields: sibling.fields };
  const id = wishedCompany(wish, found);
  if (typeof id !== "number") return { error: id };
  const state = companies.get(id);
  // Somebody deleted it or made it a person just now.
  if (state?.fields.type !== "company") return { error: { path: wish.by, code: "contact_select_company" } };
  return { id, fields: state.fields };
}

/** The companies of the same call, by the numbers and names they bring along. */
class Siblings {
  readonly #byNo = new Map<string, Candidate>();
  readonly #byName = new Map<string, Candidate>();

  constructor(companies: readonly Candidate[]) {
    for (const company of companies) {
      if (company.refusal) continue;
      if (company.no !== null) this.#byNo.set(company.no, company);
      const name = company.fields?.name?.toLowerCase();
      if (name && !this.#byName.has(name)) this.#byName.set(name, company);
    }
  }

  find({ by, text }: NonNullable<CompanyWish>): Candidate | null {
    const found = by === "companyNo" ? this.#byNo.get(text) : this.#byName.get(text.toLowerCase());
    return found ?? null;
  }
}

/** Refuses people whose company, of the same call, was refused after they were written. */
export function refuseOrphans(candidates: readonly Candidate[]): void {
  const refused = new Set(candidates.filter(({ refusal }) => refusal !== null).map(({ id }) => id));
  for (const candidate of candidates) {
    if (candidate.refusal !== null || candidate.companyId === null || !refused.has(candidate.companyId))
      continue;
    candidate.refusal = invalidContact([
      { path: candidate.wish?.by ?? "companyNo", code: "contact_select_company" },
    ]);
  }
}

function write(
  candidate: Candidate,
  company: ContactFields | null,
  linkErrors: readonly FieldError[],
  { setup, areFromParties }: Material,
): void {
  const { fields, errors } = writeNewContact(candidate.input, company, setup, areFromParties);
  candidate.fields = fields;
  const chosenErrors = checkChosen(candidate.chosen, setup.references, { mayBeBlocked: areFromParties });
  const all = [...errors, ...linkErrors, ...chosenErrors];
  if (all.length > 0) candidate.refusal = invalidContact(all);
}
