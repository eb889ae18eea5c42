import { Button } from "@mantine/core";
import type { QueryClient } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { campaignSource } from "#campaigns/ui/lookups.ts";
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
import { EmptyState } from "#web/widgets/EmptyState.tsx";
import { Timeline } from "#web/widgets/Timeline.tsx";
import { evaluationChoices } from "../choices.ts";
import { EntryPanel } from "../log/EntryPanel.tsx";
import { useEntryInUrl } from "../log/entry-in-url.ts";
import { groupSource, salespersonSource, templateSource } from "../lookups.ts";
import { openQuickLog } from "../quick-log/open-quick-log.ts";
import classes from "./ContactTimeline.module.css";
import { iconOf, TimelineLine } from "./TimelineLine.tsx";

/** The contact whose timeline it is. */
export type TimelineContact = Pick<
  Contact,
  "no" | "name" | "type" | "companyNo" | "companyName" | "privacyBlocked"
>;

const kinds = [
  { value: "interaction", labelKey: "interactions.timeline.kinds.interaction", right: "interactions.read" },
  { value: "task", labelKey: "interactions.timeline.kinds.task", right: "tasks.read" },
  { value: "opportunity", labelKey: "interactions.timeline.kinds.opportunity", right: "opportunities.read" },
] as const;

const filters: readonly Filter[] = [
  { kind: "enum", key: "kind", labelKey: "interactions.timeline.kind", choices: kinds },
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
  { kind: "code", key: "campaignNo", labelKey: "interactions.facts.campaign", source: campaignSource },
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

/** The filters with those kinds only that somebody may read. */
function readable(may: ReturnType<typeof useMay>): readonly Filter[] {
  const choices = kinds.filter(({ right }) => may(right));
  const [kind, ...others] = filters;
  return kind?.kind === "enum" && choices.length > 1 ? [{ ...kind, choices }, ...others] : others;
}

const keyOf = (item: TimelineItem) =>
  item.kind === "interaction" ? String(item.entryNo) : `${item.kind} ${item.no}`;
const dayOf = ({ date }: TimelineItem) => date;

/**
 * Interactions, tasks and opportunities of a contact, newest first; of a company also those of its people. Filters and the opened
 * entry are in the address line of the card.
 */
export function ContactTimeline({ contact }: { readonly contact: TimelineContact }) {
  const t = useT();
  const may = useMay();
  const { search, change } = useListSearch();
  const entry = useEntryInUrl();
  const list = useInfiniteList(getTimeline, argsOf(contact.no, search), { pageSize });
  const isNarrowed = (search.search ?? "") !== "" || filters.some((filter) => isSet(filter, search));
  const shownFilters = useMemo(() => readable(may), [may]);
  const mayLog = may("interactions.write") && !contact.privacyBlocked;
  const { hrefOf } = entry;
  const render = useCallback(
    (item: TimelineItem) => <TimelineLine item={item} contact={contact} entryHref={hrefOf} />,
    [contact, hrefOf],
  );
  return (
    <>
      <h2 className="visually-hidden">{t("interactions.timeline.title")}</h2>
      {(isNarrowed || list.rows.length > 0) && (
        <div className={classes.filters}>
          <FilterBar filters={shownFilters} search={search} onChange={change} hasSearch />
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
