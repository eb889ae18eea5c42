import { contactsMerged, contactsMerging, contactsParted } from "#contacts/index.ts";
import { on, type Subscription } from "#platform/events/events.ts";
import { settleHistory } from "../history/record-changes.ts";
import { waitForClassification } from "./forget-answers.ts";
import { rateAnew } from "./rate-anew.ts";

/** Whose answers are those of two contacts, or of one again, is rated by them; other automatic answers come with the next run. */
export const profileMergeSubscriptions: readonly Subscription[] = [
  on(contactsMerging, "questionnaires", (tx) => waitForClassification(tx.db)),
  on(contactsMerged, "questionnaires", async (tx, { survivorId }) => {
    await settleHistory(tx, [survivorId]);
    await rateAnew(tx, survivorId);
  }),
  on(contactsParted, "questionnaires", async (tx, { survivorId, duplicateId }) => {
    await settleHistory(tx, [survivorId, duplicateId]);
    await rateAnew(tx, survivorId);
    await rateAnew(tx, duplicateId);
  }),
];
