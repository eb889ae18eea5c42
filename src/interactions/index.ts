export { listCampaignEntries } from "./campaign-entries/campaign-entries.queries.ts";
export { deleteCanceledWork } from "./delete-canceled/delete-canceled.work.ts";
export { deleteOldDrafts } from "./drafts/clean-up.commands.ts";
export { countOwnPostponed } from "./drafts/postponed.queries.ts";
export { serveInteractions } from "./interactions.routes.ts";
export { conditions as logConditions, getLogEntry, listLogEntries } from "./log-entries.queries.ts";
export {
  type Recording,
  record,
  recordInteraction,
  recordInteractions,
} from "./record-interactions.commands.ts";
export { changeTemplateSetup } from "./template-setup/template-setup.commands.ts";
export { listTemplates } from "./templates.queries.ts";
