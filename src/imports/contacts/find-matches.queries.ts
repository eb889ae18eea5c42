import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { MatchBy } from "../import-settings.rules.ts";
import type { Match } from "./choose-match.rules.ts";

/** Contacts that rows may be about, by the key they are matched by, in one statement. */
export async function findMatches(
  db: Db,
  matchBy: MatchBy,
  keys: readonly string[],
): Promise<ReadonlyMap<string, readonly Match[]>> {
  const matches = new Map<string, Match[]>();
  if (matchBy === "none" || keys.length === 0) return matches;
  const wanted = sql`any(${[...new Set(keys)]}::text[])`;
  const found =
    matchBy === "no"
      ? sql`select n.no as key, c.* from contact_numbers n join contacts c on c.id = n.contact_id where n.no = ${wanted}`
      : sql`select c.search_email as key, c.* from contacts c where c.search_email = ${wanted}`;
  const { rows } = await sql<Match & { key: string }>`
    select f.key, f.no, f.type, f.name, f.version, f.company_name as "companyName", k.no as "companyNo",
           (select code from languages where id = f.language_id) as "languageCode",
           f.type = 'person' and coalesce(k.search_email = f.search_email, false) as "hasCompanysEmail"
      from (${found}) f left join contacts k on k.id = f.company_id
     order by f.id`.execute(db);
  for (const { key, ...match } of rows) {
    const others = matches.get(key);
    if (others) others.push(match);
    else matches.set(key, [match]);
  }
  return matches;
}

/** What a company's name leads to: its number, or that several are called so. */
export type CompanyOfName = { readonly no: string } | "several";

/** Companies by their exact names, case aside; a name spelled just so wins. One statement for the batch. */
export async function findCompaniesByName(
  db: Db,
  names: readonly string[],
): Promise<ReadonlyMap<string, CompanyOfName>> {
  if (names.length === 0) return new Map();
  const { rows } = await sql<{ text: string; nos: string[]; exact: string[] }>`
    select w.text, array_agg(c.no) as nos, coalesce(array_agg(c.no) filter (where c.name = w.text), '{}') as exact
      from unnest(${[...new Set(names)]}::text[]) as w(text)
     cross join lateral (
       select no, name from contacts
        where type = 'company' and fold_text(name) = fold_text(w.text) and lower(name) = lower(w.text)
        limit 10) c
     group by w.text`.execute(db);
  return new Map(
    rows.map(({ text, nos, exact }) => {
      const no = exact.length === 1 ? exact[0] : nos.length === 1 ? nos[0] : undefined;
      return [text, no === undefined ? "several" : { no }];
    }),
  );
}
