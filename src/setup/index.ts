export {
  codeOf,
  type Directory,
  lookUpCodes,
  type ReferenceFields,
  type ReferenceList,
  type Referred,
  type Resolved,
  refuseUnknownReferences,
  resolveReferences,
} from "./references.ts";
export { findUses, refuseWhileInUse } from "./uses.queries.ts";
