import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { z } from "zod";
import type { Context } from "#app/database.ts";
import { prepared } from "#platform/db/prepared.ts";
import type { SortOrders } from "#platform/http/lists.ts";
import { conditions } from "./log-entries.queries.ts";
import { entryColumns, noEntryColumns } from "./search/entry-columns.ts";
import { textHoldsSearch } from "./search/log-search.ts";
import { type getTimeline, type TimelineKind, timelineKinds } from "./timeline.contract.ts";
import { foundContact, type TimelineContact } from "./timeline-contact.queries.ts";

type TimelineQuery = z.output<NonNullable<(typeof getTimeline)["query"]>>;

/** Rows of one kind, all of them `e`: one range of an index, in the order of the timeline. */
interface Source {
  readonly kind: TimelineKind;
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<SqlBool>;
}

interface Kind {
  readonly table: string;
  /** When it stands on the timeline; a day counts as its midnight. */
  readonly moment: string;
  readonly key: string;
  /** Of the same moment, the higher is the later. */
  readonly rank: number;
}

const kinds: Readonly<Record<TimelineKind, Kind>> = {
  interaction: { table: "interaction_log_entries", moment: "happened_at", key: "entry_no", rank: 3 },
  task: { table: "tasks", moment: "date", key: "id", rank: 2 },
  opportunity: { table: "opportunities", moment: "creation_date", key: "id", rank: 1 },
};

export function kindOf(rank: number): TimelineKind {
  return rank === 3 ? "interaction" : rank === 2 ? "task" : "opportunity";
}

/** A column that says whose a row is; of a person also what stayed with a former company. */
const owners = { company: ["company_id"], person: ["contact_id", "former_contact_id"] } as const;

type Range = `${TimelineKind} ${(typeof owners)["company" | "person"][number]}`;

/** Interactions nearly everybody has: these ranges are read without asking whether there is anything in them. */
const wellFilled: readonly Range[] = ["interaction company_id", "interaction contact_id"];

/** Ranges that may hold nothing. */
const rareRanges = timelineKinds.flatMap((kind) =>
  [...owners.company, ...owners.person]
    .map((owner) => ({ kind, owner, range: `${kind} ${owner}` as const }))
    .filter(({ range }) => !wellFilled.includes(range)),
);

interface TimelineOwner extends TimelineContact {
  /** Rare ranges with something in them. */
  readonly filled: readonly Range[];
}

/**
 * The contact, and what it has: an empty range costs a prepared statement less than it would cost to plan it.
 *
 * @throws NotFound `not_found`
 */
export async function getTimelineOwner(ctx: Context, no: string | null): Promise<TimelineOwner> {
  const filled = rareRanges.map(
    ({ kind, owner, range }) => sql`case when exists (
      select from ${sql.table(kinds[kind].table)} e where ${sql.ref(`e.${owner}`)} = c.id) then ${sql.lit(range)} end`,
  );
  const { rows } = await sql<TimelineOwner>`${prepared}
    select c.id, c.type, c.company_id, array_remove(array[${sql.join(filled)}], null) as filled
      from contact_numbers n join contacts c on c.id = n.contact_id where n.no = ${no}`.execute(ctx.db);
  return foundContact(rows[0], no);
}

/** What a person or company has of the kinds, where it meets the filters. */
export function sourcesOf(
  { id, type, filled }: TimelineOwner,
  asked: readonly TimelineKind[],
  query: TimelineQuery,
): readonly Source[] {
  return asked
    .filter((kind) => kind === "interaction" || !isOfInteractionsOnly(query))
    .flatMap((kind) => owners[type].map((owner) => ({ kind, owner, range: `${kind} ${owner}` as const })))
    .filter(({ range }) => wellFilled.includes(range) || filled.includes(range))
    .map(({ kind, owner }) => ({
      kind,
      from: sql`${sql.table(kinds[kind].table)} e`,
      where: sql<SqlBool>`${sql.join([sql`${sql.ref(`e.${owner}`)} = ${id}`, ...filtersOf(kind, query)], sql` and `)}`,
    }));
}

/** Filters by what tasks and opportunities do not have. */
function isOfInteractionsOnly(query: TimelineQuery): boolean {
  return (
    query.interactionTemplateCode !== undefined ||
    query.interactionGroupCode !== undefined ||
    query.evaluation !== undefined ||
    query.canceled === true
  );
}

function filtersOf(kind: TimelineKind, query: TimelineQuery): RawBuilder<unknown>[] {
  if (kind === "interaction") {
    // What was corrected is told by the entry in its place; it is only among the canceled ones.
    const replaced = query.canceled === true ? [] : [sql`e.corrected_by_entry_no is null`];
    return [sql`not e.postponed`, ...replaced, ...conditions(query)];
  }
  const { contactNo, salespersonCode, campaignNo, dateFrom, dateTo } = query;
  const day = sql.ref(`e.${kinds[kind].moment}`);
  const words = textHoldsSearch(sql`concat_ws(' ', e.no, e.description)`, query.search);
  return [
    ...conditions({ contactNo, salespersonCode, campaignNo }),
    ...(words ? [words] : []),
    ...(dateFrom === undefined ? [] : [sql`${day} >= ${dateFrom}::date`]),
    ...(dateTo === undefined ? [] : [sql`${day} <= ${dateTo}::date`]),
  ];
}

/** What is selected of a source: the entry or blanks, and what the merged page is sorted by. */
export function columnsOf({ kind }: Source): RawBuilder<unknown> {
  const { moment, key, rank } = kinds[kind];
  const columns = kind === "interaction" ? entryColumns : noEntryColumns;
  return sql`${columns}, ${sql.ref(`e.${moment}`)}::timestamp as moment, ${rankOf(rank)} as rank,
    ${sql.ref(`e.${key}`)}::bigint as key`;
}

/** Of the merged page, or of one source: the constant in its middle does not keep its index from giving the order. */
export function ordersOf(source: Source | "merged"): SortOrders<"date"> {
  const { moment, key, rank } =
    source === "merged"
      ? { moment: "moment", key: "key", rank: sql.ref("e.rank") }
      : { ...kinds[source.kind], rank: rankOf(kinds[source.kind].rank) };
  return {
    date: [
      { expression: sql.ref(`e.${moment}`), type: "timestamp" },
      { expression: rank, type: "integer" },
      { expression: sql.ref(`e.${key}`), type: "bigint" },
    ],
  };
}

function rankOf(rank: number): RawBuilder<unknown> {
  return sql`${sql.lit(rank)}::integer`;
}
