import type { Context } from "#app/database.ts";
import { decideManualNumber } from "#numbering/number-series.rules.ts";
import { Conflict, type FieldError, Stale } from "#platform/errors.ts";
import { checkChosen } from "./choose-references.ts";
import {
  type CompanyWish,
  checkCompanyOfCompany,
  companyWish,
  type FoundCompanies,
  nameCompany,
  wishedCompany,
} from "./company-links.ts";
import {
  conflictAt,
  contactErased,
  contactMerged,
  contactNotFound,
  contactOnSegment,
  invalidContact,
  refusePrivacyManagement,
} from "./contact-errors.ts";
import type { ContactFields } from "./contact-fields.ts";
import type { ContactSetup, ContactState, ContactStates } from "./contact-states.queries.ts";
import { decideTypeChange, type TypeChange, type TypeChangeCounts } from "./contact-type.rules.ts";
import {
  type ContactInput,
  chosenCodes,
  type NewLink,
  normalizeInput,
  writeContactChange,
} from "./write-contact.rules.ts";

/** A change of one contact: which, what, and the version that the caller has seen. */
export interface ChangeRequest {
  readonly no: string;
  readonly change: ContactInput;
  readonly ifMatch?: number | null;
}

/** A change on its way: what was asked for, and what the contact becomes or why it does not. */
export interface Revision {
  readonly no: string;
  readonly input: ContactInput;
  readonly wish: CompanyWish;
  readonly ifMatch: number | null;
  id: number | null;
  /** The number leads to the contact because another one was merged into it. */
  isMerged: boolean;
  refusal: Error | null;
}

export function newRevision({ no, change, ifMatch = null }: ChangeRequest): Revision {
  const input = normalizeInput(change);
  return {
    no: no.toUpperCase(),
    input,
    wish: companyWish(input),
    ifMatch,
    id: null,
    isMerged: false,
    refusal: null,
  };
}

export interface RevisionMaterial {
  readonly setup: ContactSetup;
  readonly found: FoundCompanies;
  /** Everything read, by id: what the contacts are now, replaced by what they become. */
  readonly states: ContactStates;
  readonly counts: ReadonlyMap<number, TypeChangeCounts>;
  /** Those that are on a line of an unlogged segment: they keep their company (contacts §4.2). */
  readonly onSegments: ReadonlySet<number>;
  /** Carried over from parties, which were checked when they were written: who is blocked since may stay (contacts §1.3). */
  readonly areFromParties: boolean;
}

/** Gives every revision its new state or its refusal; companies first, people of the same call may join them. */
export function writeRevisions(
  ctx: Context,
  revisions: readonly Revision[],
  material: RevisionMaterial,
): void {
  const typeOf = ({ id }: Revision) => (id === null ? null : material.states.get(id)?.fields.type);
  const people = revisions.filter((revision) => typeOf(revision) === "person");
  const others = revisions.filter((revision) => typeOf(revision) !== "person");
  for (const revision of [...others, ...people]) {
    const outcome = revise(ctx, revision, material);
    if (outcome instanceof Error) revision.refusal = outcome;
    else material.states.set(outcome.id, outcome);
  }
}

function revise(ctx: Context, revision: Revision, material: RevisionMaterial): ContactState | Error {
  const { setup, states, areFromParties, onSegments } = material;
  const before = revision.id === null ? undefined : states.get(revision.id);
  if (!before) return contactNotFound(revision.no);
  if (revision.isMerged) return contactMerged(revision.no, before.no);
  const refusal = refuseAsThingsAre(ctx, revision, before, material);
  if (refusal) return refusal;

  const typeChange = changeType(revision, before, material);
  if (typeChange instanceof Error) return typeChange;
  const type = typeChange?.type ?? before.fields.type;
  const link = type === "person" ? linkCompany(revision, before, typeChange, material) : null;
  const input = type === "company" ? nameCompany(revision.input) : revision.input;
  const written = writeContactChange(
    before.fields,
    input,
    { typeChange, link: link && "error" in link ? null : link },
    setup,
  );
  if (!written.allowed) return new Conflict(written.because, { no: before.no });

  const no = input.no ?? before.no;
  const errors = [
    ...written.errors,
    ...(type === "company" ? checkCompany(revision.input, before) : []),
    ...(link && "error" in link ? [link.error] : []),
    ...checkChosen(chosenCodes(input, before.fields), setup.references, { mayBeBlocked: areFromParties }),
  ];
  if (errors.length > 0) return invalidContact(errors);
  const stays = typeChange ? null : before.companyId;
  const companyId = type === "company" ? before.id : link && "id" in link ? link.id : stays;
  if (companyId !== before.companyId && onSegments.has(before.id))
    return contactOnSegment(before.no, pathOfCompany(revision));
  return { ...before, no, companyId, fields: written.fields };
}

/** The version, the right to change privacy flags, and who gives the number. */
function refuseAsThingsAre(
  ctx: Context,
  { input, ifMatch }: Revision,
  { version, no, fields, erasedAt }: ContactState,
  { setup: { contactNos }, areFromParties }: RevisionMaterial,
): Error | null {
  if (ifMatch !== null && ifMatch !== version) return new Stale("stale_version", { version });
  if (erasedAt !== null) return contactErased(no);
  const flags = ["privacyBlocked", "minor", "parentalConsentReceived"] as const;
  const changesPrivacy = flags.some((flag) => input[flag] !== undefined && input[flag] !== fields[flag]);
  const noRight = changesPrivacy && !areFromParties ? refusePrivacyManagement(ctx) : null;
  if (noRight) return noRight;
  const isRenumbered = input.no != null && input.no !== no;
  if (isRenumbered && !decideManualNumber(contactNos).allowed)
    return conflictAt("no", "contact_manual_no", { key: contactNos?.code ?? "" });
  return null;
}

/** The field by which the contact would get another company. */
function pathOfCompany({ input }: Revision): string {
  if (input.companyNo !== undefined) return "companyNo";
  return input.companyName === undefined ? "type" : "companyName";
}

function checkCompany(input: ContactInput, { no, fields }: ContactState): FieldError[] {
  return checkCompanyOfCompany(input, no, [fields.companyName, input.name ?? input.companyName]);
}

/** What a change of type makes of the contact; `null` = it keeps its type. */
function changeType(
  { input }: Revision,
  { id, no, fields }: ContactState,
  { setup, counts }: RevisionMaterial,
): TypeChange | null | Error {
  if (input.type === undefined || input.type === fields.type) return null;
  const decision = decideTypeChange({ ...fields, no }, counts.get(id) ?? noCounts, {
    companySalutationCode: setup.defaults.defaultCompanySalutation,
    personSalutationCode: setup.defaults.defaultPersonSalutation,
  });
  if (decision.allowed) return decision.change;
  if (decision.because !== "contact_type_field") return new Conflict(decision.because, { no });
  return conflictAt(decision.field, decision.because, { no });
}

export const noCounts: TypeChangeCounts = {
  interactions: 0,
  tasks: 0,
  opportunities: 0,
  persons: 0,
  businessRelations: 0,
  industryGroups: 0,
  webSources: 0,
  jobResponsibilities: 0,
};

type LinkOfPerson = (NewLink & { readonly id: number | null }) | { readonly error: FieldError } | null;

/** The company a person is to get; `null` = nothing is said about it. */
function linkCompany(
  { input, wish }: Revision,
  before: ContactState,
  typeChange: TypeChange | null,
  { found, states }: RevisionMaterial,
): LinkOfPerson {
  if (wish === undefined) return null;
  // A caller that sends back what it read wants nothing.
  const isUntouched = input.companyNo === undefined && input.companyName === before.fields.companyName;
  if (isUntouched && !typeChange) return null;
  const previousId = typeChange ? null : before.companyId;
  const previous = companyFields(states, previousId);
  if (wish === null) return { id: null, company: null, previous };
  const id = wishedCompany(wish, found);
  if (typeof id !== "number") return { error: id };
  const company = companyFields(states, id);
  return company ? { id, company, previous } : { error: { path: wish.by, code: "contact_select_company" } };
}

function companyFields(states: ContactStates, id: number | null): ContactFields | null {
  const fields = id === null ? undefined : states.get(id)?.fields;
  return fields?.type === "company" ? fields : null;
}
