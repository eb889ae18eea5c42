import type { ChannelFacts } from "#interactions/channel.rules.ts";
import type { LogEntry } from "#interactions/log-entry.contract.ts";

type Entry = Pick<
  LogEntry,
  "interactionGroupCode" | "interactionTemplateCode" | "title" | "correspondenceType"
>;

/** What tells the channel of a log entry; its title begins with the template's description. */
export function channelFactsOf(entry: Entry): ChannelFacts {
  return {
    groupCode: entry.interactionGroupCode,
    templateCode: entry.interactionTemplateCode,
    templateDescription: entry.title,
    correspondenceType: entry.correspondenceType,
  };
}
