import { Button } from "@mantine/core";
import type { QueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import type { Contact } from "#contacts/contacts.contract.ts";
import { getTimeline, type TimelineItem } from "#interactions/timeline.contract.ts";
import type { CallArgs } from "#web/api-client.ts";
import { FilterBar } from "#web/filter/FilterBar.tsx";
import { cleared, type Filter, isSet, parametersOf } from "#web/filter/filters.ts";
import { useT } from "#web/i18n.ts";
import { useListSearch } from "#web/list/use-list-search.ts";
import { infiniteListQuery, useInfiniteList } from "#web/query.ts";
import { useMay } from "#web/session.ts";
import { pickKnown, type SearchValues } from "#web/url-state.ts";
import { useFormat } from "#web/use-format.ts";
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { Timeline } from "#web/widgets/Timeline.tsx";
import { channelIcon } from "../ChannelIcon.tsx";
import { channelFactsOf } from "../channel-facts.ts";
import { evaluationChoices } from "../choices.ts";
import { EvaluationFace } from "../EvaluationField.tsx";
import { EntryFlags } from "../log/EntryFlags.tsx";
import { EntryPanel } from "../log/EntryPanel.tsx";
import { useEntryInUrl } from "../log/entry-in-url.ts";
import { groupSource, salespersonSource, templateSource } from "../lookups.ts";
import { openQuickLog } from "../quick-log/open-quick-log.ts";
import classes from "./ContactTimeline.module.css";

/** The contact whose timeline it is. */
export type TimelineContact = Pick<
  Contact,
  "no" | "name" | "type" | "companyNo" | "companyName" | "privacyBlocked"
>;

const filters: readonly Filter[] = [
  { kind: "code", key: "interactionGroupCode", labelKey: "interactions.facts.group", source: groupSource },
  {
    kind: "code",
    key: "interactionTemplateCode",
    labelKey: "interactions.facts.template",
    source: templateSource,
  },
  {
    kind: "code",
    key: "salespersonCode",
    labelKey: "interactions.facts.salesperson",
    source: salespersonSource,
  },
  { kind: "enum", key: "evaluation", labelKey: "interactions.fields.evaluation", choices: evaluationChoices },
  { kind: "dateRange", key: "date", labelKey: "interactions.fields.date" },
  { kind: "flag", key: "canceled", labelKey: "interactions.facts.canceled" },
];
const parameters = ["search", ...filters.flatMap(parametersOf)];

const pageSize = 50;

function argsOf(no: string, search: SearchValues) {
  return { params: { no }, query: pickKnown(search, parameters) } as CallArgs<typeof getTimeline>;
}

/** Asks for the timeline while the contact itself is still on its way. */
export function prefetchTimeline(queries: QueryClient, no: string, search: SearchValues): void {
  void queries.prefetchInfiniteQuery(infiniteListQuery(getTimeline, argsOf(no, search), pageSize));
}

const keyOf = ({ entryNo }: TimelineItem) => String(entryNo);
const dayOf = ({ date }: TimelineItem) => date;
const iconOf = (item: TimelineItem) => channelIcon(channelFactsOf(item));

/**
 * What happened with a contact, newest first; of a company also what happened with its people. Filters and the opened
 * entry are in the address line of the card.
 */
export function ContactTimeline({ contact }: { readonly contact: TimelineContact }) {
  const t = useT();
  const may = useMay();
  const { search, change } = useListSearch();
  const entry = useEntryInUrl();
  const list = useInfiniteList(getTimeline, argsOf(contact.no, search), { pageSize });
  const isNarrowed = (search.search ?? "") !== "" || filters.some((filter) => isSet(filter, search));
  const mayLog = may("interactions.write") && !contact.privacyBlocked;
  const { hrefOf } = entry;
  const render = useCallback(
    (item: TimelineItem) => <TimelineEntry item={item} contact={contact} href={hrefOf(item.entryNo)} />,
    [contact, hrefOf],
  );
  return (
    <>
      <h2 className="visually-hidden">{t("interactions.timeline.title")}</h2>
      {(isNarrowed || list.rows.length > 0) && (
        <div className={classes.filters}>
          <FilterBar filters={filters} search={search} onChange={change} hasSearch />
        </div>
      )}
      <Timeline
        list={list}
        keyOf={keyOf}
        dayOf={dayOf}
        icon={iconOf}
        render={render}
        groupBy="month"
        empty={
          isNarrowed ? (
            <EmptyState title={t("interactions.timeline.emptyFiltered")}>
              <Button
                variant="default"
                onClick={() => change(Object.assign({ search: undefined }, ...filters.map(cleared)))}
              >
                {t("interactions.timeline.clearFilters")}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState
              title={t("interactions.timeline.emptyTitle")}
              text={t("interactions.timeline.emptyText")}
            >
              {mayLog && (
                <Button onClick={() => openQuickLog({ contact: logContactOf(contact) })}>
                  {t("interactions.quickLog.action")}
                </Button>
              )}
            </EmptyState>
          )
        }
      />
      {entry.entryNo !== null && (
        <EntryPanel key={entry.entryNo} entryNo={entry.entryNo} onClose={entry.close} />
      )}
    </>
  );
}

function logContactOf({ no, name, type, companyName }: TimelineContact) {
  return { no, name: name ?? no, companyName: type === "person" ? companyName : null };
}

function TimelineEntry(props: {
  readonly item: TimelineItem;
  readonly contact: TimelineContact;
  readonly href: string;
}) {
  const format = useFormat();
  const { item } = props;
  const about = useMemo(() => aboutOf(item, props.contact), [item, props.contact]);
  const details = [
    format.date(item.date, "weekday"),
    format.time(item.time),
    ...about,
    // The title of an outbound interaction names the salesperson already.
    ...(item.salespersonName === null || item.title.includes(item.salespersonName)
      ? []
      : [item.salespersonName]),
    ...(item.durationMin === 0 ? [] : [format.duration(item.durationMin)]),
  ];
  return (
    <div className={classes.entry} data-canceled={item.canceled || undefined}>
      <div className={classes.head}>
        <Link to={props.href} className={classes.title}>
          {item.description ?? item.title}
        </Link>
        {item.evaluation && <EvaluationFace value={item.evaluation} />}
        <EntryFlags entry={item} />
      </div>
      {item.description !== null && item.description !== item.title && (
        <div className={classes.template}>{item.title}</div>
      )}
      <div className={classes.details}>{details.join(" · ")}</div>
    </div>
  );
}

/** With whom, where it was not the contact itself; of a person, the former company it happened at. */
function aboutOf(item: TimelineItem, contact: TimelineContact): string[] {
  if (item.contactNo !== contact.no) return item.contactName === null ? [] : [item.contactName];
  const isElsewhere = item.contactCompanyNo !== null && item.contactCompanyNo !== contact.companyNo;
  return isElsewhere && item.contactCompanyName !== null && item.contactCompanyNo !== contact.no
    ? [item.contactCompanyName]
    : [];
}
