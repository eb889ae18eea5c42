import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { CardFilter, PropertyFilter, TextMatch } from "./read-requests.ts";
import { unsupportedFilter } from "./read-requests.ts";

/** Values of a property of a card, of contacts `c`: blank is `null`. */
const properties: Readonly<Record<string, { readonly values: readonly string[]; readonly isPhone?: true }>> =
  {
    FN: { values: ["c.name"] },
    N: { values: ["concat_ws(';', c.surname, c.first_name, c.middle_name)"] },
    ORG: { values: ["c.company_name"] },
    TITLE: { values: ["c.job_title"] },
    UID: { values: ["c.no"] },
    EMAIL: { values: ["c.email", "c.email2"] },
    TEL: { values: ["c.phone_no", "c.mobile_phone_no", "c.fax_no", "c.pager"], isPhone: true },
  };

/** Most texts that one query may look for. */
const maxMatches = 50;

/** The filter of an address book query as a condition on contacts `c`. @throws DavError 403 `dav_filter` */
export function matchesFilter({ test, filters }: CardFilter): RawBuilder<SqlBool> {
  if (filters.reduce((count, { matches }) => count + 1 + matches.length, 0) > maxMatches)
    throw unsupportedFilter();
  if (filters.length === 0) return sql<SqlBool>`true`;
  return joined(filters.map(matchesProperty), test);
}

function matchesProperty({ property, test, isNotDefined, matches }: PropertyFilter): RawBuilder<SqlBool> {
  const known = properties[property];
  if (!known) throw unsupportedFilter();
  const isDefined = joined(
    known.values.map((value) => sql<SqlBool>`${sql.raw(value)} is not null`),
    "anyof",
  );
  if (isNotDefined) return sql<SqlBool>`not ${isDefined}`;
  if (matches.length === 0) return isDefined;
  return joined(
    matches.map((match) => matchesText(known, match)),
    test,
  );
}

/** Numbers are compared by their digits: nobody knows how they are written. */
function matchesText(
  { values, isPhone }: (typeof properties)[string],
  { text, collation, matchType, isNegated }: TextMatch,
): RawBuilder<SqlBool> {
  const wanted = isPhone && /\d/.test(text) ? text.replace(/\D/g, "") : text;
  const fold = (value: RawBuilder<unknown>) => (collation === "i;octet" ? value : sql`upper(${value})`);
  const found = joined(
    values.map((column) => {
      const value = isPhone && /\d/.test(text) ? sql`digits_of(${sql.raw(column)})` : sql.raw(column);
      return sql<SqlBool>`coalesce(${fold(value)} like ${fold(sql`${patternOf(wanted, matchType)}::text`)}, false)`;
    }),
    "anyof",
  );
  return isNegated ? sql<SqlBool>`not ${found}` : found;
}

function patternOf(text: string, matchType: TextMatch["matchType"]): string {
  const literal = text.replace(/[\\%_]/g, "\\$&");
  const before = matchType === "contains" || matchType === "ends-with" ? "%" : "";
  const behind = matchType === "contains" || matchType === "starts-with" ? "%" : "";
  return `${before}${literal}${behind}`;
}

function joined(conditions: readonly RawBuilder<SqlBool>[], test: "anyof" | "allof"): RawBuilder<SqlBool> {
  return sql<SqlBool>`(${sql.join(conditions, test === "anyof" ? sql` or ` : sql` and `)})`;
}
