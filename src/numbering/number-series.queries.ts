import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import { cappedCount, countCap, planPage } from "#platform/http/lists.ts";
import type {
  listNumberSeries as listEndpoint,
  NumberSeries,
  NumberSeriesLine,
} from "./number-series.contract.ts";

/** A series with its lines, oldest first. */
export function selectSeries(db: Db) {
  return db.selectFrom("number_series").select([
    "id",
    "code",
    "description",
    "allow_automatic",
    "allow_manual",
    "version",
    "last_modified_at",
    sql<NumberSeriesLine[]>`coalesce((
      select json_agg(json_build_object(
               'startingDate', l.starting_date, 'startingNo', l.starting_no, 'endingNo', l.ending_no,
               'warningNo', l.warning_no, 'incrementBy', l.increment_by, 'lastNoUsed', l.last_no_used,
               'open', l.open) order by l.starting_date)
        from number_series_lines l where l.series_id = number_series.id), '[]')`.as("lines"),
  ]);
}

export type SeriesRow = Awaited<ReturnType<ReturnType<typeof selectSeries>["executeTakeFirstOrThrow"]>>;

export function presentSeries(row: SeriesRow): NumberSeries {
  return {
    code: row.code,
    description: row.description,
    allowAutomatic: row.allow_automatic,
    allowManual: row.allow_manual,
    lines: row.lines,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

type ListQuery = Output<NonNullable<typeof listEndpoint.query>>;

/** One page of number series. */
export async function listNumberSeries(db: Db, query: ListQuery) {
  const code = { expression: sql.ref("code"), type: "text" } as const;
  const description = {
    expression: sql`coalesce(description, '')`,
    type: "text",
    collation: "fi-x-icu",
  } as const;
  const page = planPage({ code: [code], description: [description, code] }, query, "code");
  const matches = matching(query);
  const rows = await selectSeries(db)
    .select(page.sortValues.as("sort_values"))
    .where(matches)
    .where(page.after)
    .orderBy(page.orderBy)
    .limit(page.limit)
    .execute();
  const { rows: shown, nextCursor } = page.finish(rows);
  return { items: shown.map(presentSeries), nextCursor, ...(query.count && (await countOf(db, matches))) };
}

function matching({ search, code, allowAutomatic, allowManual }: ListQuery): RawBuilder<SqlBool> {
  const conditions = [containsWords(sql`concat_ws(' ', code, description)`, search)];
  if (code) conditions.push(sql<SqlBool>`code = any(${code}::text[])`);
  if (allowAutomatic !== undefined) conditions.push(sql<SqlBool>`allow_automatic = ${allowAutomatic}`);
  if (allowManual !== undefined) conditions.push(sql<SqlBool>`allow_manual = ${allowManual}`);
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

async function countOf(db: Db, matches: RawBuilder<SqlBool>) {
  const counted = await db
    .selectFrom(
      db
        .selectFrom("number_series")
        .select("id")
        .where(matches)
        .limit(countCap + 1)
        .as("counted"),
    )
    .select((eb) => eb.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return cappedCount(counted.count);
}

/** @throws NotFound `not_found` */
export async function getNumberSeries(db: Db, code: string): Promise<NumberSeries> {
  const row = await selectSeries(db).where("code", "=", code).executeTakeFirst();
  if (!row) throw seriesNotFound(code);
  return presentSeries(row);
}

export function seriesNotFound(code: string): NotFound {
  return new NotFound("not_found", { key: code }, [{ path: "code", code: "not_found" }]);
}
