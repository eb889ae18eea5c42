export { createContactsWork } from "./create-contacts/create-contacts.work.ts";
export { partiesConstraints } from "./parties.constraints.ts";
export { serveParties } from "./parties.routes.ts";
export { partyLists } from "./party-lists.ts";
export { createPartiesOf } from "./relations/new-parties.commands.ts";
export { recalculateRelations } from "./relations/recalculate.commands.ts";
export { mergeSubscriptions } from "./sync/follow-merges.ts";
export { partySubscriptions } from "./sync/subscriptions.ts";
