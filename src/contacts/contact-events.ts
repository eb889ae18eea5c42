import type { TransactionContext } from "#platform/db/transaction.ts";
import { domainEvent } from "#platform/events/events.ts";
import type { ContactState } from "./contact-states.queries.ts";

/** A contact before and after it was changed. */
export interface ChangedContact {
  readonly before: ContactState;
  readonly after: ContactState;
}

/** Contacts that were written with the same statements, as they are now. */
export interface WrittenContacts {
  readonly created: readonly ContactState[];
  readonly changed: readonly ChangedContact[];
  /** People who took something over from a changed company (contacts §4.3); what, says their row. */
  readonly followerIds: readonly number[];
  /** The customers, vendors, … whose change is carried over to the contacts: they must not hear their own echo (§6.5). */
  readonly originPartyIds: readonly number[];
}

/** After contacts were created or changed (contacts §13). */
export const contactsWritten = domainEvent<TransactionContext, WrittenContacts>("contacts.written");

/** Before contacts are deleted, a company with its people; their rows still stand. */
export const contactsDeleting = domainEvent<TransactionContext, { readonly ids: readonly number[] }>(
  "contacts.deleting",
);

/** Before contacts are erased (contacts §10): who keeps something personal of them deletes it; their rows stay. */
export const contactsErasing = domainEvent<TransactionContext, { readonly ids: readonly number[] }>(
  "contacts.erasing",
);

/** Before contacts are merged, while nothing is locked yet: whoever writes to all contacts is waited for. */
export const contactsMerging = domainEvent<TransactionContext, Record<string, never>>("contacts.merging");

/** Two contacts that have become one, or are two again: what is derived of either is derived anew. */
export interface MergedContacts {
  readonly survivorId: number;
  readonly duplicateId: number;
  /** People of the duplicate, who changed their company along. */
  readonly peopleIds: readonly number[];
}

/** After a contact was merged into another: what referred to it refers to the survivor, and it is gone (contacts §7). */
export const contactsMerged = domainEvent<TransactionContext, MergedContacts>("contacts.merged");

/** After a merge was undone: both contacts stand, each with its own (contacts B3). */
export const contactsParted = domainEvent<TransactionContext, MergedContacts>("contacts.parted");

/** After contacts got, changed or lost their pictures (contacts B5). */
export const contactImagesWritten = domainEvent<
  TransactionContext,
  { readonly ids: readonly number[]; readonly originPartyIds: readonly number[] }
>("contacts.images.written");
