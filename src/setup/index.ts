export { type CompanyClock, startCompanyClock } from "./company/company-clock.ts";
export { getCompanyInformation } from "./company/company-information.queries.ts";
export { listSetupItems, type SetupListQuery } from "./lists/setup-lists.queries.ts";
export { serveSetupList } from "./lists/setup-lists.routes.ts";
export { getMarketingSetup } from "./marketing/marketing-setup.queries.ts";
export { type ChangedMarketingSetup, marketingSetupChanged } from "./marketing/marketing-setup-events.ts";
export {
  codeOf,
  codesOfPage,
  type Directory,
  lookUpCodes,
  type ReferenceColumns,
  type ReferenceFields,
  type ReferenceList,
  type Referred,
  type Resolved,
  refuseUnknownReferences,
  resolveReferences,
} from "./references.ts";
export { serveSetup } from "./setup.routes.ts";
export { findUses, refuseWhileInUse } from "./uses.queries.ts";
