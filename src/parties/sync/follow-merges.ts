import { contactsMerged, contactsParted } from "#contacts/index.ts";
import { on, type Subscription } from "#platform/events/events.ts";
import { recalculateRelations } from "../relations/recalculate.commands.ts";

/** Contacts that were merged, or are two again, stand in other relations, and their people with them (contacts §7). */
export const mergeSubscriptions: readonly Subscription[] = [
  on(contactsMerged, "parties", (tx, { survivorId }) => recalculateRelations(tx.db, [survivorId])),
  on(contactsParted, "parties", (tx, { survivorId, duplicateId }) =>
    recalculateRelations(tx.db, [survivorId, duplicateId]),
  ),
];
