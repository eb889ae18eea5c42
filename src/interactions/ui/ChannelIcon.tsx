import {
  IconCalendarEvent,
  IconFileText,
  IconMail,
  IconMailbox,
  IconMessage,
  IconPhone,
  IconTool,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";
import { type Channel, type ChannelFacts, channelOf } from "#interactions/channel.rules.ts";

const icons: Record<Channel, TablerIcon> = {
  phone: IconPhone,
  meeting: IconUsers,
  email: IconMail,
  letter: IconMailbox,
  document: IconFileText,
  event: IconCalendarEvent,
  service: IconTool,
  other: IconMessage,
};

/** The icon of a template, a group or an entry. It repeats what the words beside it say. */
export function channelIcon(facts: ChannelFacts): TablerIcon {
  return icons[channelOf(facts)];
}

export function ChannelIcon({ facts, size = 16 }: { readonly facts: ChannelFacts; readonly size?: number }) {
  const Icon = channelIcon(facts);
  return <Icon size={size} stroke={1.7} aria-hidden style={{ flexShrink: 0 }} />;
}
