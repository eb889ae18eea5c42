import type { LogEntry } from "#interactions/log-entry.contract.ts";
import { ChannelIcon } from "../ChannelIcon.tsx";
import { channelFactsOf } from "../channel-facts.ts";
import classes from "./log.module.css";

/** What an entry was about: the icon of its channel, the description, and the title (R-TITLE) where it says more. */
export function TitleCell({ entry }: { readonly entry: LogEntry }) {
  const isPlain = entry.description === null || entry.title.startsWith(entry.description);
  return (
    <span className={classes.title} data-canceled={entry.canceled || undefined} title={entry.title}>
      <ChannelIcon facts={channelFactsOf(entry)} />
      <span className={classes.titleText}>{isPlain ? entry.title : entry.description}</span>
    </span>
  );
}
