import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "#app/database.ts";
import { listOpportunitiesById } from "#opportunities/index.ts";
import { countRows } from "#platform/db/fetch-page.ts";
import { Forbidden } from "#platform/errors.ts";
import { planPage } from "#platform/http/lists.ts";
import { listTasksById } from "#tasks/index.ts";
import type { Right } from "#users/rights.rules.ts";
import { type EntryRow, presentPage } from "./name-entries.queries.ts";
import {
  type TimelineItem,
  type TimelineKind,
  type getTimeline as timelineContract,
  timelineKinds,
} from "./timeline.contract.ts";
import { columnsOf, getTimelineOwner, kindOf, ordersOf, sourcesOf } from "./timeline-sources.ts";

type TimelineQuery = z.output<NonNullable<(typeof timelineContract)["query"]>>;

/** A row of the union: an entry of the log, or the id of a record beside blanks. */
type TimelineRow = EntryRow & { readonly rank: number; readonly key: number; readonly sort_values: unknown };

const rights: Readonly<Record<TimelineKind, Right>> = {
  interaction: "interactions.read",
  task: "tasks.read",
  opportunity: "opportunities.read",
};

/**
 * A page of the timeline. Of each kind as many rows are read as fit on a page, from the range of an index after the
 * cursor; the page is merged from them. A company's kind is one range; a person's is two: its own, and those that
 * stayed with a former company.
 *
 * @throws NotFound `not_found`; Forbidden when a kind is asked for that the caller may not read
 */
export async function getTimeline(ctx: Context, no: string | null, query: TimelineQuery) {
  const owner = await getTimelineOwner(ctx, no);
  const sources = sourcesOf(owner, kindsFor(ctx, query.kind), query);
  if (sources.length === 0) return { items: [], nextCursor: null, ...(query.count && nothing) };
  const parts = sources.map((source) => {
    const page = planPage(ordersOf(source), query, "-date");
    return sql`(select ${columnsOf(source)}, ${page.sortValues} as sort_values from ${source.from}
      where ${source.where} and ${page.after} order by ${page.orderBy} limit ${page.limit})`;
  });
  const page = planPage(ordersOf("merged"), query, "-date");
  const { rows } = await sql<TimelineRow>`
    select e.* from (${sql.join(parts, sql` union all `)}) e order by ${page.orderBy} limit ${page.limit}`.execute(
    ctx.db,
  );
  const { rows: shown, nextCursor } = page.finish(rows);
  return {
    items: await presentItems(ctx, shown),
    nextCursor,
    ...(query.count && (await countSources(ctx, sources))),
  };
}

const nothing = { totalCount: 0, totalCountIsCapped: false };

/** What is asked for and may be read; asked for nothing in particular, whatever may be read. */
function kindsFor({ actor }: Context, asked: readonly TimelineKind[] | undefined): readonly TimelineKind[] {
  const refused = (asked ?? []).find((kind) => !actor.rights.has(rights[kind]));
  if (refused) throw new Forbidden("forbidden", { right: rights[refused] });
  return (asked ?? timelineKinds).filter((kind) => actor.rights.has(rights[kind]));
}

function countSources(ctx: Context, sources: ReturnType<typeof sourcesOf>) {
  const parts = sources.map(({ from, where }) => sql`select from ${from} where ${where}`);
  return countRows(ctx.db, sql`(${sql.join(parts, sql` union all `)}) e`, sql`true`);
}

async function presentItems(ctx: Context, rows: readonly TimelineRow[]): Promise<TimelineItem[]> {
  const keysOf = (kind: TimelineKind) =>
    rows.filter(({ rank }) => kindOf(rank) === kind).map(({ key }) => key);
  const [entries, tasks, opportunities] = await Promise.all([
    presentPage(
      ctx,
      rows.filter(({ rank }) => kindOf(rank) === "interaction"),
    ),
    listTasksById(ctx.db, keysOf("task")),
    listOpportunitiesById(ctx.db, keysOf("opportunity")),
  ]);
  const items = new Map<string, TimelineItem>([
    ...entries.map(
      (entry) => [nameOf("interaction", entry.entryNo), { kind: "interaction", ...entry }] as const,
    ),
    ...[...tasks].map(([id, task]) => [nameOf("task", id), { kind: "task", ...task }] as const),
    ...[...opportunities].map(
      ([id, opportunity]) =>
        [
          nameOf("opportunity", id),
          { kind: "opportunity", date: opportunity.creationDate, ...opportunity },
        ] as const,
    ),
  ]);
  // One that was deleted since the page was read is left out.
  return rows.flatMap(({ rank, key }) => items.get(nameOf(kindOf(rank), key)) ?? []);
}

function nameOf(kind: TimelineKind, key: number): string {
  return `${kind} ${key}`;
}
