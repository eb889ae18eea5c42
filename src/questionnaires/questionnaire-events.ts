import type { TransactionContext } from "#platform/db/transaction.ts";
import { domainEvent } from "#platform/events/events.ts";

/** That contacts hold other answers to a question than before. */
export interface ClassificationUpdate {
  readonly questionnaireId: number;
  readonly questionNo: number;
  /** The contact whose answers changed; `null`: whoever a run over all contacts found. */
  readonly contactId: number | null;
  readonly gained: number;
  readonly lost: number;
}

/** After answers were given, taken back or found, within the same transaction (contacts §13). */
export const classificationUpdated = domainEvent<TransactionContext, ClassificationUpdate>(
  "classification.updated",
);
