import { type SqlBool, sql } from "kysely";
import type { Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { PostCode } from "./post-code.rules.ts";
import type { PostCode as PostCodeRow } from "./post-codes.contract.ts";

/** The rows of the post-code list with these codes, in the order of their cities; one statement, none without codes. */
export async function findPostCodes(
  db: Db,
  codes: readonly (string | null | undefined)[],
): Promise<readonly PostCode[]> {
  const wanted = [...new Set(codes.filter((code) => code != null))];
  if (wanted.length === 0) return [];
  const { rows } = await sql<PostCode>`
    select code, city, county, (select c.code from countries c where c.id = p.country_id) as "countryCode"
      from post_codes p where code = any(${wanted}::text[]) order by city, id`.execute(db);
  return rows;
}

const columns = sql`p.code, p.city, p.county,
  (select c.code from countries c where c.id = p.country_id) as "countryCode", p.version,
  p.last_modified_at as "lastModifiedAt"`;

const code = { expression: sql`p.code`, type: "text" } as const;
const city = { expression: sql`p.city`, type: "text", collation: "fi-x-icu" } as const;

interface PostCodesQuery {
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
  readonly count?: boolean | undefined;
  readonly sort?: string | undefined;
  readonly search?: string | undefined;
  readonly code?: readonly string[] | undefined;
  readonly countryCode?: readonly string[] | undefined;
}

/** One page of the list. */
export function listPostCodes(db: Db, query: PostCodesQuery) {
  const conditions = [
    containsWords(sql`p.code || ' ' || p.city || ' ' || coalesce(p.county, '')`, query.search),
  ];
  if (query.code) conditions.push(sql<SqlBool>`p.code = any(${query.code}::text[])`);
  if (query.countryCode)
    conditions.push(
      sql<SqlBool>`p.country_id = any(array(select id from countries where code = any(${query.countryCode}::text[])))`,
    );
  const source = {
    columns,
    from: sql`post_codes p`,
    where: allOf(conditions),
    orders: { code: [code, city], city: [city, code] },
    defaultSort: "code",
  } as const;
  return fetchPage(db, source, query, (row: PostCodeRow) => row);
}

/** The key people know a row by. */
export interface PostCodeKey {
  readonly code: string;
  readonly city: string;
}

/** @throws NotFound `not_found` */
export async function getPostCode(db: Db, key: PostCodeKey, isLocked = false): Promise<PostCodeRow> {
  const { rows } = await sql<PostCodeRow>`
    select ${columns} from post_codes p where p.code = ${key.code} and upper(p.city) = upper(${key.city})
    ${isLocked ? sql`for update of p` : sql``}`.execute(db);
  if (!rows[0])
    throw new NotFound("not_found", { key: key.code }, [
      { path: "code", code: "not_found", values: { key: key.code } },
    ]);
  return rows[0];
}
