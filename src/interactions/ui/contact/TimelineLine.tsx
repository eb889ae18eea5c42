import { IconListCheck, IconTargetArrow, type TablerIcon } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import type { TimelineItem } from "#interactions/timeline.contract.ts";
import { OpportunityStatusBadge, opportunityHref } from "#opportunities/ui/index.ts";
import { TaskBadges, taskHref, typeKey, whenOf } from "#tasks/ui/index.ts";
import { useT } from "#web/i18n.ts";
import { useFormat } from "#web/use-format.ts";
import { channelIcon } from "../ChannelIcon.tsx";
import { channelFactsOf } from "../channel-facts.ts";
import { EvaluationFace } from "../EvaluationField.tsx";
import { EntryFlags } from "../log/EntryFlags.tsx";
import classes from "./ContactTimeline.module.css";
import type { TimelineContact } from "./ContactTimeline.tsx";

type ItemOf<Kind extends TimelineItem["kind"]> = Extract<TimelineItem, { readonly kind: Kind }>;

interface LineProps<Item> {
  readonly item: Item;
  /** With whom or where, if not simply with the contact itself. */
  readonly about: readonly string[];
}

export function iconOf(item: TimelineItem): TablerIcon {
  if (item.kind === "task") return IconListCheck;
  return item.kind === "opportunity" ? IconTargetArrow : channelIcon(channelFactsOf(item));
}

/** One thing on a timeline, by its kind. */
export function TimelineLine(props: {
  readonly item: TimelineItem;
  readonly contact: TimelineContact;
  /** The address that opens an entry of the log at the side. */
  readonly entryHref: (entryNo: number) => string;
}) {
  const { item, contact, entryHref } = props;
  const about = useMemo(() => aboutOf(item, contact), [item, contact]);
  if (item.kind === "task") return <TaskLine item={item} about={about} />;
  if (item.kind === "opportunity") return <OpportunityLine item={item} about={about} />;
  return <EntryLine item={item} about={about} href={entryHref(item.entryNo)} />;
}

/** With whom, where it was not the contact itself; of a person, the former company it happened at. */
function aboutOf(item: TimelineItem, contact: TimelineContact): string[] {
  if (item.contactNo !== contact.no) return item.contactName === null ? [] : [item.contactName];
  const isElsewhere = item.contactCompanyNo !== null && item.contactCompanyNo !== contact.companyNo;
  return isElsewhere && item.contactCompanyName !== null && item.contactCompanyNo !== contact.no
    ? [item.contactCompanyName]
    : [];
}

function Line(props: {
  readonly title: string;
  readonly href: string;
  readonly badges: ReactNode;
  readonly subtitle?: string | null;
  readonly details: readonly (string | null)[];
  readonly isCanceled?: boolean;
}) {
  return (
    <div className={classes.entry} data-canceled={props.isCanceled || undefined}>
      <div className={classes.head}>
        <Link to={props.href} className={classes.title}>
          {props.title}
        </Link>
        {props.badges}
      </div>
      {props.subtitle && <div className={classes.template}>{props.subtitle}</div>}
      <div className={classes.details}>{props.details.filter((detail) => detail !== null).join(" · ")}</div>
    </div>
  );
}

function EntryLine({ item, about, href }: LineProps<ItemOf<"interaction">> & { readonly href: string }) {
  const format = useFormat();
  // The title of an outbound interaction names the salesperson already.
  const isNamed = item.salespersonName !== null && item.title.includes(item.salespersonName);
  return (
    <Line
      title={item.description ?? item.title}
      href={href}
      badges={
        <>
          {item.evaluation && <EvaluationFace value={item.evaluation} />}
          <EntryFlags entry={item} />
        </>
      }
      subtitle={item.description === item.title ? null : item.description && item.title}
      details={[
        format.date(item.date, "weekday"),
        format.time(item.time),
        ...about,
        isNamed ? null : item.salespersonName,
        item.durationMin === 0 ? null : format.duration(item.durationMin),
      ]}
      isCanceled={item.canceled}
    />
  );
}

function TaskLine({ item, about }: LineProps<ItemOf<"task">>) {
  const t = useT();
  const format = useFormat();
  return (
    <Line
      title={item.description}
      href={taskHref(item.no)}
      badges={<TaskBadges task={item} />}
      details={[
        t("interactions.timeline.due", { date: whenOf(item, format, (day) => format.date(day, "weekday")) }),
        t(typeKey(item.type)),
        item.location,
        ...about,
        item.salespersonName,
      ]}
    />
  );
}

function OpportunityLine({ item, about }: LineProps<ItemOf<"opportunity">>) {
  const t = useT();
  const format = useFormat();
  return (
    <Line
      title={item.description}
      href={opportunityHref(item.no)}
      badges={<OpportunityStatusBadge status={item.status} />}
      details={[
        format.date(item.date, "weekday"),
        t("interactions.timeline.opportunity"),
        ...about,
        item.salespersonName,
      ]}
    />
  );
}
