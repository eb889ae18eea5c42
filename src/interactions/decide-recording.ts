import type { Context } from "#app/database.ts";
import { type AppError, Conflict, type FieldError, Invalid } from "#platform/errors.ts";
import { localMoment } from "#platform/moment.rules.ts";
import type { CorrectedEntry } from "./correct/corrected-entry.ts";
import {
  deriveInteraction,
  derivePostponed,
  type KeptField,
  type PostponedValues,
} from "./derive-interaction.rules.ts";
import type { DraftComment } from "./drafts/draft-comments.rules.ts";
import type { NewInteraction } from "./log-entry.contract.ts";
import type { RecordingContact, RecordingFacts } from "./recording-facts.queries.ts";

/** One interaction to be recorded or postponed. */
export interface Recording {
  readonly input: NewInteraction;
  /** The postponed entry whose place it takes, which is gone by now: number and version go on. */
  readonly resumed?: {
    readonly entryNo: number;
    readonly version: number;
    /** What was attached to it; kept unless something else is attached. */
    readonly attachmentNo?: number | null;
  } | null;
  /** The logged entry that it corrects (B10). */
  readonly corrects?: CorrectedEntry;
  /** Lines with dates and authors of their own, instead of the texts of `input`. */
  readonly comments?: readonly DraftComment[];
  /** It comes from the guided flow, where the template's wizard action is taken. */
  readonly isGuided?: boolean;
  /** It is history from elsewhere: it names whom it names, and says where it is from. */
  readonly isImported?: boolean;
}

/** Codes of rules that the state of a record breaks: 409; everything else is a value: 422 (section 8.7). */
const stateCodes = new Set(["contact_privacy_blocked", "no_email_account", "delivery_not_available"]);

/** Who is blocked and what is archived cannot be newly chosen; history keeps them (contacts §1.3). */
const choicesOfThePast: ReadonlySet<KeptField> = new Set(["interactionTemplateCode", "salespersonCode"]);

/** What is to be recorded, with every value decided, or why it is not. */
export type Decision = Recording &
  (
    | { readonly values: PostponedValues; readonly error: null }
    | { readonly values: null; readonly error: AppError }
  );

/** Decides one recording: its values by the rules of section 5, or every rule it breaks. */
export function decide(
  ctx: Context,
  recording: Recording,
  facts: RecordingFacts,
  uploads: ReadonlySet<number>,
): Decision {
  const { input } = recording;
  const unknown = unknownReferences(input, facts);
  if (input.attachment && !uploads.has(input.attachment.attachmentNo))
    unknown.push({ path: "attachment.attachmentNo", code: "not_found" });
  if (unknown.length > 0) return { ...recording, values: null, error: new Invalid("not_found", {}, unknown) };

  const contact = facts.contacts.get(input.contactNo ?? "") ?? null;
  const contacts = [...facts.salespeople.values()].find(({ id }) => id === contact?.salespersonId) ?? null;
  const { task, opportunity } = sourcesOf(input, facts);
  const derive = input.postponed ? derivePostponed : deriveInteraction;
  const derived = derive(input, {
    contact,
    template: facts.templates.get(input.interactionTemplateCode ?? "") ?? null,
    salespeople: {
      supplied: facts.salespeople.get(input.salespersonCode ?? "") ?? null,
      dictated: task?.salesperson ?? opportunity?.salesperson ?? null,
      users: facts.usersSalesperson,
      contacts,
    },
    sourceCampaignNo: task?.campaignNo ?? opportunity?.campaignNo ?? null,
    now: localMoment(ctx.now, ctx.timeZone),
    ...(recording.isImported && { kept: choicesOfThePast }),
    ...(recording.corrects && { kept: recording.corrects.kept }),
  });
  const errors = derived.valid
    ? [...refuseOpenAction(recording, derived.values, facts), ...refuseDelivery(recording, derived.values)]
    : derived.errors;
  if (derived.valid && errors.length === 0) return { ...recording, values: derived.values, error: null };
  const { code, values = {} } = errors[0]!;
  const error = stateCodes.has(code) ? new Conflict(code, values, errors) : new Invalid(code, values, errors);
  return { ...recording, values: null, error };
}

/** Accepted: nothing speaks against it. */
export type Accepted = Extract<Decision, { error: null }>;

/** The task and opportunity that an interaction belongs to; a task brings its opportunity along. */
export function sourcesOf(input: NewInteraction, facts: RecordingFacts) {
  const task = facts.tasks.get(input.taskNo ?? "") ?? null;
  const opportunityNo = input.opportunityNo === undefined ? task?.opportunityNo : input.opportunityNo;
  return { task, opportunity: facts.opportunities.get(opportunityNo ?? "") ?? null };
}

type References = Pick<
  NewInteraction,
  | "contactNo"
  | "contactAltAddressCode"
  | "interactionTemplateCode"
  | "salespersonCode"
  | "campaignNo"
  | "opportunityNo"
  | "taskNo"
>;

/** References of the body that do not exist: `not_found` at their path. */
export function unknownReferences(input: References, facts: RecordingFacts): FieldError[] {
  const known = {
    contactNo: facts.contacts,
    interactionTemplateCode: facts.templates,
    salespersonCode: facts.salespeople,
    campaignNo: facts.campaigns,
    opportunityNo: facts.opportunities,
    taskNo: facts.tasks,
  };
  return [
    ...Object.entries(known).flatMap(([path, records]) => {
      const named = input[path as keyof References];
      return named && !records.has(named) ? [{ path, code: "not_found" }] : [];
    }),
    ...unknownAltAddress(input.contactAltAddressCode, facts.contacts.get(input.contactNo ?? "")),
  ];
}

/** An alternative address is one of the contact's own. */
function unknownAltAddress(
  code: string | null | undefined,
  contact: Pick<RecordingContact, "altAddresses"> | undefined,
): FieldError[] {
  const isKnown = !code || contact?.altAddresses.some((address) => address.code === code);
  return isKnown ? [] : [{ path: "contactAltAddressCode", code: "not_found" }];
}

/**
 * The attachment whose bytes the entry gets: what was said, else what the resumed entry had, else what hangs on the
 * template's language (R-CONTENTSRC).
 */
export function contentOf({ input, resumed }: Recording, values: PostponedValues): number | null {
  if (input.attachment !== undefined) return input.attachment?.attachmentNo ?? null;
  return resumed?.attachmentNo ?? values.attachmentNo;
}

/** The action "open" needs something to open (section 6, step 2). */
function refuseOpenAction(
  recording: Recording,
  values: PostponedValues,
  facts: RecordingFacts,
): FieldError[] {
  const template = templateOf(facts, values.interactionTemplateCode);
  const opens = recording.isGuided && !recording.input.postponed && template?.wizardAction === "open";
  if (!opens || contentOf(recording, values) !== null || values.wordTemplateCode !== null) return [];
  return [{ path: "attachment", code: "open_action_needs_content" }];
}

/** Delivery needs content and an account to send from, of which there is none yet (section 8.2). */
function refuseDelivery(recording: Recording, values: PostponedValues): FieldError[] {
  const { deliver, postponed } = recording.input;
  const { correspondenceType } = values;
  // What is postponed is never delivered.
  if (!deliver || postponed || correspondenceType === null) return [];
  const hasContent = contentOf(recording, values) !== null;
  const code =
    correspondenceType === "email"
      ? hasContent
        ? "no_email_account"
        : "email_needs_content"
      : hasContent
        ? "delivery_not_available"
        : "no_attachment";
  return [{ path: "correspondenceType", code }];
}

export function templateOf(facts: RecordingFacts, code: string | null) {
  return code === null ? null : facts.templates.get(code)!;
}
