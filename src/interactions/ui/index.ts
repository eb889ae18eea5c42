/** What interactions offer to the pages of other modules. */

export { entryHref, logHref, postponedPath } from "./addresses.ts";
export { ChannelIcon } from "./ChannelIcon.tsx";
export { channelFactsOf } from "./channel-facts.ts";
export {
  ContactStatisticsBox,
  ContactTimeline,
  prefetchContactWidgets,
  preloadContactWidgets,
} from "./contact/lazy-widgets.tsx";
export { callAccount, callContact, logStepByStep, startFlow } from "./flow/flow-actions.ts";
export { logInteractionHere, logInteractionWith } from "./quick-log/log-interaction-with.ts";
export { openQuickLog, preloadQuickLog } from "./quick-log/open-quick-log.ts";
export type { LogContact } from "./quick-log/quick-log.rules.ts";
export { UnfinishedDrafts } from "./quick-log/UnfinishedDrafts.tsx";
export { RecordLink } from "./RecordLink.tsx";
