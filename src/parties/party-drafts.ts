import type { KnownContact, PartyState } from "./party-states.queries.ts";
import type { PartyPlan } from "./primary-contact.rules.ts";
import type { PartyInput } from "./write-party.rules.ts";

/** What is to be written: a new party, a change of one, or whichever of the two it turns out to be. */
export interface PartyRequest {
  readonly mode: "create" | "change" | "upsert";
  /** Number of the party to change. */
  readonly no?: string;
  readonly input: PartyInput;
  /** The version that the caller has seen. */
  readonly ifMatch?: number | null;
}

/** A request on its way: what was asked for, and what the party becomes or why it does not. */
export interface PartyDraft {
  /** Place in the batch. */
  readonly index: number;
  /** As it was sent, with what its post code says. */
  request: PartyRequest;
  id: number;
  no: string | null;
  before: PartyState | null;
  wish: KnownContact | null | undefined;
  plan: PartyPlan | null;
  /** The contact that the party is linked to in the end. */
  contactId: number | null;
  primaryContactId: number | null;
  /** A contact was made of it that looks like another. */
  hasDuplicates: boolean;
  refusal: Error | null;
}

export function newDraft(request: PartyRequest, index: number): PartyDraft {
  return {
    index,
    request,
    id: 0,
    no: null,
    before: null,
    wish: undefined,
    plan: null,
    contactId: null,
    primaryContactId: null,
    hasDuplicates: false,
    refusal: null,
  };
}

/** A draft that is carried out. */
export type DecidedDraft = PartyDraft & { plan: PartyPlan; no: string };

/** What became of one request. */
export type PartyOutcome =
  | { readonly written: true; readonly status: "created" | "changed" | "unchanged"; readonly no: string }
  | { readonly written: false; readonly error: Error };
