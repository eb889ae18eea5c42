import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type {
  listNumberSeries as listEndpoint,
  NumberSeries,
  NumberSeriesLine,
} from "./number-series.contract.ts";

export interface SeriesRow {
  readonly id: number;
  readonly code: string;
  readonly description: string | null;
  readonly allow_automatic: boolean;
  readonly allow_manual: boolean;
  readonly version: number;
  readonly last_modified_at: string;
  readonly lines: NumberSeriesLine[];
}

/** A series with its lines, oldest first. */
const columns = sql`
  id, code, description, allow_automatic, allow_manual, version, last_modified_at,
  coalesce((
    select json_agg(json_build_object(
             'startingDate', l.starting_date, 'startingNo', l.starting_no, 'endingNo', l.ending_no,
             'warningNo', l.warning_no, 'incrementBy', l.increment_by, 'lastNoUsed', l.last_no_used,
             'open', l.open) order by l.starting_date)
      from number_series_lines l where l.series_id = number_series.id), '[]') as lines`;

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

const byCode = { expression: sql.ref("code"), type: "text" } as const;
const byDescription = {
  expression: sql`coalesce(description, '')`,
  type: "text",
  collation: "fi-x-icu",
} as const;
const orders = { code: [byCode], description: [byDescription, byCode] } as const;

/** One page of number series. */
export function listNumberSeries(db: Db, query: ListQuery) {
  const source = {
    columns,
    from: sql`number_series`,
    where: matching(query),
    orders,
    defaultSort: "code",
  } as const;
  return fetchPage(db, source, query, presentSeries);
}

function matching({ search, code, allowAutomatic, allowManual }: ListQuery): RawBuilder<SqlBool> {
  const conditions = [containsWords(sql`concat_ws(' ', code, description)`, search)];
  if (code) conditions.push(sql<SqlBool>`code = any(${code}::text[])`);
  if (allowAutomatic !== undefined) conditions.push(sql<SqlBool>`allow_automatic = ${allowAutomatic}`);
  if (allowManual !== undefined) conditions.push(sql<SqlBool>`allow_manual = ${allowManual}`);
  return allOf(conditions);
}

/** A series with its lines. */
export async function readSeries(db: Db, id: number): Promise<SeriesRow> {
  const { rows } = await sql<SeriesRow>`select ${columns} from number_series where id = ${id}`.execute(db);
  return rows[0]!;
}

/** @throws NotFound `not_found` */
export async function getNumberSeries(db: Db, code: string): Promise<NumberSeries> {
  const { rows } = await sql<SeriesRow>`select ${columns} from number_series where code = ${code}`.execute(
    db,
  );
  if (!rows[0]) throw seriesNotFound(code);
  return presentSeries(rows[0]);
}

export function seriesNotFound(code: string): NotFound {
  return new NotFound("not_found", { key: code }, [{ path: "code", code: "not_found" }]);
}
