/** How a draft begins, goes on and changes (interactions §5–§7). */

import { rederiveAltAddress } from "#contacts/alternative-address.rules.ts";
import type { FieldError } from "#platform/errors.ts";
import { guidedMoment, type Moment } from "../derivations.rules.ts";
import {
  blankValues,
  type Draft,
  type DraftChange,
  type DraftContact,
  type DraftContext,
  type DraftDecision,
  type DraftFacts,
  type DraftField,
  type DraftKind,
  type DraftStep,
  type DraftTemplate,
  type DraftValues,
} from "./draft.rules.ts";
import {
  chooseDraftContact,
  chooseDraftTemplate,
  refuseContact,
  reloadContent,
} from "./draft-choices.rules.ts";
import { changeTypedFields } from "./draft-fields.rules.ts";
import { firstStep, takeStep } from "./draft-steps.rules.ts";

/** A new draft: R-SALES, R-DATE and, for a call, the template of outgoing calls, which is in the facts. */
export function startDraft(context: DraftContext, facts: DraftFacts): DraftDecision {
  const errors = [
    ...refuseContact(facts.contact),
    ...(facts.salespeople.named?.blocked ? [salespersonBlocked(facts.salespeople.named.code)] : []),
  ];
  if (isFilled(errors)) return { allowed: false, errors };
  const { kind, isOnPhone, values, fixed } = context;
  const { contactNo: _, ...others } = values;
  const blank: Draft = {
    kind,
    isOnPhone,
    step: firstStep(kind),
    fixed,
    // What a task or an opportunity supplies without fixing it does not give way to a template.
    typed: (Object.keys(others) as DraftField[]).filter((field) => !fixed.includes(field)),
    values: { ...blankValues, ...momentOf(kind, facts.now), ...others },
  };
  const withContact = facts.contact ? chooseDraftContact(blank, facts) : withUsersSalesperson(blank, facts);
  // Last, since with a contact comes no opportunity but its own.
  const draft = { ...withContact, typed: blank.typed, values: { ...withContact.values, ...others } };
  if (kind === "interaction" || facts.template === null) return { allowed: true, draft };
  return { allowed: true, draft: chooseDraftTemplate(draft, facts.template, facts.contact) };
}

interface ResumeFacts {
  readonly contact: DraftContact | null;
  readonly template: DraftTemplate | null;
  readonly step: DraftStep;
  readonly now: Moment;
}

/** A postponed entry as a draft again: date and time anew with what follows from them, the entry's own references fixed (§6, last row). */
export function resumeDraft(values: DraftValues, { contact, template, step, now }: ResumeFacts): Draft {
  const moment = guidedMoment(now);
  const moved =
    contact && values.date !== null
      ? rederiveAltAddress(values.contactAltAddressCode, contact.altAddressRanges, values.date, moment.date)
      : values.contactAltAddressCode;
  const draft: Draft = {
    kind: "interaction",
    isOnPhone: false,
    step: "type",
    fixed: ownReferences.filter((field) => values[field] !== null),
    // What was attached when it was postponed stays, nothing included.
    typed: values.interactionTemplateCode === null ? [] : ["attachmentNo"],
    values: { ...values, ...moment, contactAltAddressCode: moved },
  };
  // A call goes on in the general flow, which has no step of its own for it.
  const wanted = step === "call" ? "type" : step === "result" ? "relations" : step;
  return takeStep(draft, wanted, template).draft;
}

const ownReferences = ["taskNo", "contactNo", "salespersonCode", "campaignNo", "opportunityNo"] as const;

/** Applies a change: contact, template, the other fields, the step, in this order, or refuses the whole of it. */
export function changeDraft(draft: Draft, change: DraftChange, facts: DraftFacts): DraftDecision {
  const errors = refuseFixed(draft, change);
  let changed = draft;
  if (change.contactNo !== undefined && change.contactNo !== draft.values.contactNo) {
    errors.push(...refuseContact(facts.contact));
    changed = chooseDraftContact(changed, facts);
  }
  if (isTemplateChange(draft, change)) {
    errors.push(...refuseTemplate(facts));
    changed = chooseDraftTemplate(changed, facts.template, facts.contact);
  }
  changed = followDate(changed, change, facts.contact);
  const typed = changeTypedFields(changed, change, facts.template);
  errors.push(...typed.errors);
  if (change.salespersonCode && facts.salespeople.named?.blocked) {
    errors.push(salespersonBlocked(facts.salespeople.named.code));
  }
  const content = change.attachmentNo === undefined ? reloadContent(draft, typed.draft) : typed.draft;
  const stepped = takeStep(content, change.step, facts.template);
  errors.push(...stepped.errors);
  return isFilled(errors) ? { allowed: false, errors } : { allowed: true, draft: stepped.draft };
}

/** R-ALT: on another date another address may be active. A contact that was just chosen has the former date's. */
function followDate(draft: Draft, { date }: DraftChange, contact: DraftContact | null): Draft {
  const { date: former, contactAltAddressCode } = draft.values;
  if (!date || former === null || date === former || contact === null) return draft;
  const code = rederiveAltAddress(contactAltAddressCode, contact.altAddressRanges, former, date);
  return { ...draft, values: { ...draft.values, contactAltAddressCode: code } };
}

function isTemplateChange({ values }: Draft, { interactionTemplateCode }: DraftChange): boolean {
  return interactionTemplateCode !== undefined && interactionTemplateCode !== values.interactionTemplateCode;
}

function refuseTemplate({ contact, template }: DraftFacts): FieldError[] {
  const path = "interactionTemplateCode";
  if (template === null) return [];
  if (contact === null) return [{ path: "contactNo", code: "contact_required" }];
  return template.archived
    ? [{ path, code: "template_archived", values: { interactionTemplateCode: template.code } }]
    : [];
}

/** A fixed field may be sent along as it is, but not be changed. */
function refuseFixed({ fixed, values }: Draft, change: DraftChange): FieldError[] {
  return fixed
    .filter((field) => change[field] !== undefined && change[field] !== values[field])
    .map((path) => ({ path, code: "field_fixed" }));
}

function salespersonBlocked(salespersonCode: string): FieldError {
  return { path: "salespersonCode", code: "salesperson_blocked", values: { salespersonCode } };
}

function withUsersSalesperson(draft: Draft, { salespeople }: DraftFacts): Draft {
  const { named, users } = salespeople;
  if (named !== null || users === null || users.blocked) return draft;
  return { ...draft, values: { ...draft.values, salespersonCode: users.code } };
}

/** R-DATE: the guided flow takes the next full minute, a call the present moment. */
function momentOf(kind: DraftKind, now: Moment): Moment {
  return kind === "interaction" ? guidedMoment(now) : now;
}

function isFilled(errors: readonly FieldError[]): errors is readonly [FieldError, ...FieldError[]] {
  return errors.length > 0;
}

/** What keeps a call from being logged, in the order of §7; the rest of the checks are those of every interaction. */
export function refuseCall({ values }: Draft): FieldError[] {
  const { dialContact, contactVia, date, description, salespersonCode } = values;
  return [
    ...(dialContact && contactVia === null ? [{ path: "contactVia", code: "phone_number_required" }] : []),
    ...(date === null ? [{ path: "date", code: "date_required" }] : []),
    ...(description === null ? [{ path: "description", code: "description_required" }] : []),
    ...(salespersonCode === null ? [{ path: "salespersonCode", code: "salesperson_required" }] : []),
  ];
}
