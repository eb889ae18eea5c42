import pg from "pg";

const { builtins } = pg.types;

function parseInteger8(value: string): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) throw new RangeError(`bigint out of range: ${value}`);
  return number;
}

const parsers = new Map<number, (value: string) => unknown>([
  [builtins.INT8, parseInteger8],
  // Decimals stay text: money is never computed in floating point.
  [builtins.NUMERIC, (value) => value],
  [builtins.DATE, (value) => value],
  // Local wall-clock time of the organisation: no time zone to convert.
  [builtins.TIMESTAMP, (value) => value],
  [builtins.TIMESTAMPTZ, (value) => new Date(value).toISOString()],
]);

/** How PostgreSQL's texts become values: see `docs/decisions/0003-values-of-rows.md`. */
export const rowParsers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    (format === "binary" ? undefined : parsers.get(oid)) ??
    pg.types.getTypeParser(oid, format as "text")) as typeof pg.types.getTypeParser,
};
