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
