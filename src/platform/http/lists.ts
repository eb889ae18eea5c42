import { type RawBuilder, type SqlBool, sql } from "kysely";
import { Malformed } from "../errors.ts";

/** One column a list is sorted by, and the PostgreSQL type its values are compared as. */
export interface SortColumn {
  readonly expression: RawBuilder<unknown>;
  readonly type: "text" | "bigint" | "integer" | "numeric" | "timestamp" | "timestamptz" | "date" | "boolean";
  readonly collation?: string;
}

/** Sort orders of a list by name; each ends with a unique column. */
export type SortOrders<Name extends string = string> = Readonly<Record<Name, readonly SortColumn[]>>;

interface Cursor {
  readonly sort: string;
  readonly values: readonly (string | number | boolean)[];
}

/** What a list statement needs to fetch one page. */
export interface PagePlan {
  /** Condition that continues after the cursor; `true` on the first page. */
  readonly after: RawBuilder<SqlBool>;
  readonly orderBy: RawBuilder<unknown>;
  /** One more than the page, to know whether another follows. */
  readonly limit: number;
  /** Select this as `sort_values`: the next cursor is made of it. */
  readonly sortValues: RawBuilder<readonly (string | number | boolean)[]>;
  /** Cuts the surplus row and the `sort_values`, and makes the cursor. */
  finish<Row>(rows: readonly (Row & { sort_values: unknown })[]): { rows: Row[]; nextCursor: string | null };
}

export const maximumLimit = 200;
export const defaultLimit = 50;

/** Plans one keyset page: page 1,000 costs what page 1 costs. */
export function planPage<Name extends string>(
  orders: SortOrders<Name>,
  query: { sort?: string | undefined; cursor?: string | undefined; limit?: number | undefined },
  defaultSort: NoInfer<Name> | `-${NoInfer<Name>}`,
): PagePlan {
  const sort = query.sort ?? defaultSort;
  const isDescending = sort.startsWith("-");
  const columns = orders[(isDescending ? sort.slice(1) : sort) as Name];
  if (!columns)
    throw new Malformed("malformed", {}, [
      { path: "sort", code: "not_allowed_value", values: { allowed: Object.keys(orders) } },
    ]);
  const limit = query.limit ?? defaultLimit;
  const expressions = columns.map(ordered);
  return {
    after: query.cursor
      ? afterCursor(columns, expressions, readCursor(query.cursor, sort, columns), isDescending)
      : sql<SqlBool>`true`,
    orderBy: sql.join(expressions.map((expression) => (isDescending ? sql`${expression} desc` : expression))),
    limit: limit + 1,
    sortValues: sql`jsonb_build_array(${sql.join(columns.map(({ expression, type }) => (type === "numeric" || type === "bigint" ? sql`(${expression})::text` : expression)))})`,
    finish<Row>(rows: readonly (Row & { sort_values: unknown })[]) {
      const page = rows.slice(0, limit);
      const last = page.at(-1);
      return {
        rows: page.map(({ sort_values: _, ...row }) => row as unknown as Row),
        nextCursor:
          rows.length > limit && last
            ? writeCursor({ sort, values: last.sort_values as Cursor["values"] })
            : null,
      };
    },
  };
}

function ordered({ expression, collation }: SortColumn): RawBuilder<unknown> {
  return collation ? sql`${expression} collate ${sql.id(collation)}` : expression;
}

function afterCursor(
  columns: readonly SortColumn[],
  expressions: readonly RawBuilder<unknown>[],
  cursor: Cursor,
  isDescending: boolean,
): RawBuilder<SqlBool> {
  const values = columns.map(({ type }, index) => sql`${cursor.values[index]}::${sql.raw(type)}`);
  const comparison = isDescending ? sql`<` : sql`>`;
  return sql<SqlBool>`(${sql.join(expressions)}) ${comparison} (${sql.join(values)})`;
}

function writeCursor(cursor: Cursor): string {
  return Buffer.from(JSON.stringify([cursor.sort, ...cursor.values])).toString("base64url");
}

function readCursor(text: string, sort: string, columns: readonly SortColumn[]): Cursor {
  try {
    const [writtenFor, ...values] = JSON.parse(Buffer.from(text, "base64url").toString()) as unknown[];
    const isWhole =
      values.length === columns.length && values.every((value, index) => fits(value, columns[index]!.type));
    if (writtenFor === sort && isWhole) return { sort, values: values as Cursor["values"] };
  } catch {
    // Not a cursor of ours: told below, like one of another list.
  }
  throw new Malformed("malformed", {}, [{ path: "cursor", code: "cursor_invalid" }]);
}

const shapes: Record<SortColumn["type"], (value: unknown) => boolean> = {
  text: (value) => typeof value === "string" && !value.includes("\u0000"),
  bigint: (value) => typeof value === "string" && /^-?\d{1,18}$/.test(value),
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  numeric: (value) => typeof value === "string" && /^-?\d{1,30}(\.\d{1,10})?$/.test(value),
  timestamp: (value) => typeof value === "string" && isMoment(value),
  timestamptz: (value) => typeof value === "string" && isMoment(value),
  date: (value) => typeof value === "string" && isMoment(value),
  boolean: (value) => typeof value === "boolean",
};

function fits(value: unknown, type: SortColumn["type"]): boolean {
  return shapes[type](value);
}

function isMoment(value: string): boolean {
  return /^\d{4}-\d\d-\d\d([T ][\d:.+-]+)?$/.test(value) && !Number.isNaN(Date.parse(value));
}

export const countCap = 10_000;

/** `totalCount` is exact up to 10,000; beyond, it is 10,000 and `totalCountIsCapped`. */
export function cappedCount(counted: number): { totalCount: number; totalCountIsCapped: boolean } {
  return { totalCount: Math.min(counted, countCap), totalCountIsCapped: counted > countCap };
}
