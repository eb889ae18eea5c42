export { deleteErasedFilesWork } from "./erase/erased-files.work.ts";
export { exportContactWork } from "./export/export.work.ts";
export { deleteOldExports } from "./export/exports.commands.ts";
export { servePrivacy } from "./privacy.routes.ts";
export { applyRetentionRuleWork } from "./retention/retention.work.ts";
export { orderNightlyRetention } from "./retention/rules.commands.ts";
