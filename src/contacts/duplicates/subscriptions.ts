import { on } from "#platform/events/events.ts";
import { marketingSetupChanged } from "#setup/index.ts";
import { contactsDeleting } from "../contact-events.ts";
import { queueGenerate, queueRebuildIfMaintained } from "./queue-generate.commands.ts";
import { forgetDuplicatesOf } from "./search-strings.commands.ts";

/** Strings and pairs go with their contacts. */
const deleted = on(contactsDeleting, "duplicates", (tx, { ids }) => forgetDuplicatesOf(tx.db, ids));

/** Another percentage makes other pairs; who begins to maintain search strings may have them built at once. */
const setUp = on(marketingSetupChanged, "duplicates", async (tx, { before, after, generateNow }) => {
  if (generateNow) await queueGenerate(tx, {});
  else if (before.searchHitPercent !== after.searchHitPercent && before.maintainDuplSearchStrings)
    await queueRebuildIfMaintained(tx);
});

export const duplicateSubscriptions = [deleted, setUp];
