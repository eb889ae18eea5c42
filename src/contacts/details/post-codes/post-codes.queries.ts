import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { PostCode } from "./post-code.rules.ts";

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
