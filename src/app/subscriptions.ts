import { addressBookSubscriptions } from "#address-book/index.ts";
import { duplicateSubscriptions, forgetMergesOfDeleted, imageSubscriptions } from "#contacts/index.ts";
import { mergeSubscriptions, partySubscriptions } from "#parties/index.ts";
import type { Subscription } from "#platform/events/events.ts";
import { forgetAnswers, profileMergeSubscriptions } from "#questionnaires/index.ts";
import { leaveSegments } from "#segments/index.ts";

/** Who listens to what, in the order they are told. */
const subscriptions: readonly Subscription[] = [
  ...duplicateSubscriptions,
  ...partySubscriptions,
  ...mergeSubscriptions,
  forgetAnswers,
  leaveSegments,
  ...profileMergeSubscriptions,
  ...imageSubscriptions,
  forgetMergesOfDeleted,
  ...addressBookSubscriptions,
];

/** Wires the listeners; however often it is called, each hears an event once. */
export function subscribeAll(): void {
  for (const { subscribe } of subscriptions) subscribe();
}
