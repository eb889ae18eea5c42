import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context } from "#app/database.ts";
import { textLength } from "#platform/text.rules.ts";
import type { ContactType } from "./contact.rules.ts";
import type { ContactHit } from "./contacts.contract.ts";
import { imageNoColumn } from "./image/image.queries.ts";
import { imageAddress } from "./image/image.rules.ts";
import { beginsWord, findMeantWords, holdsText, holdsWords, searchWords } from "./search-contacts.ts";

type Hit = Omit<ContactHit, "image"> & { readonly id: number; readonly imageNo: number | null };

const hitColumns = sql`
  c.id, c.no, c.name, c.company_name as "companyName", c.type, c.phone_no as "phoneNo", c.email, c.city,
  (select code from salespeople where id = c.salesperson_id) as "salespersonCode",
  (select name from salespeople where id = c.salesperson_id) as "salespersonName",
  ${sql.raw(imageNoColumn)}`;

/** How many of the latest entries of the log, of everybody and of the user, tell who was contacted recently. */
const recentEntries = 200;

/** The contacts of the latest entries, each with its last one. */
function recent(salespersonId: number | null): RawBuilder<unknown> {
  return sql`
    select contact_id, max(entry_no) as last from (
      (select contact_id, entry_no from interaction_log_entries order by entry_no desc limit ${recentEntries})
      union all
      (select contact_id, entry_no from interaction_log_entries where salesperson_id = ${salespersonId}::int
        order by happened_at desc, entry_no desc limit ${recentEntries})) e
     group by contact_id`;
}

/**
 * The contacts (of one type, if it is said) that a few typed letters most likely mean, best first; without letters those
 * contacted last.
 */
export async function lookupContacts(
  ctx: Context,
  text: string,
  limit: number,
  type: ContactType | null = null,
): Promise<ContactHit[]> {
  const words = searchWords(text);
  const isWanted = type === null ? sql<SqlBool>`true` : sql<SqlBool>`c.type = ${type}`;
  if (words.length === 0) return present(await latest(ctx, isWanted, limit));
  const typed = words.join(" ");
  const hits = new Map<number, Hit>();
  // Each way of looking costs more than the one before: it is only tried while there is room.
  const ways = [beginning, ...(textLength(typed) < 3 ? [] : [holding, resembling])];
  for (const look of ways) {
    if (hits.size >= limit) break;
    for (const hit of await look(ctx, { words, isWanted }, limit))
      if (!hits.has(hit.id)) hits.set(hit.id, hit);
  }
  return present([...hits.values()].slice(0, limit));
}

function present(hits: readonly Hit[]): ContactHit[] {
  return hits.map(({ id: _, imageNo, ...hit }) => ({ ...hit, image: imageAddress(hit.no, imageNo) }));
}

async function latest(
  { db, actor }: Context,
  isWanted: RawBuilder<SqlBool>,
  limit: number,
): Promise<readonly Hit[]> {
  const { rows } = await sql<Hit>`
    with recent as (${recent(actor.salespersonId)})
    select ${hitColumns} from recent join contacts c on c.id = recent.contact_id where ${isWanted}
     order by recent.last desc limit ${limit}`.execute(db);
  return rows;
}

/** What is looked for, of contacts `c`. */
interface Sought {
  readonly words: readonly string[];
  readonly isWanted: RawBuilder<SqlBool>;
}

/** Of the many contacts that begin with two letters, so many are looked at for the best ones. */
const looksAt = 100;

/** The exact number, then beginnings of words of names: own names before the company's, recent before others. */
async function beginning(
  { db, actor }: Context,
  { words, isWanted }: Sought,
  limit: number,
): Promise<readonly Hit[]> {
  const typed = words.join(" ");
  const begins = beginsWord(typed);
  const { rows } = await sql<Hit>`
    with recent as materialized (${recent(actor.salespersonId)}),
    found as (
      select contact_id as id from contact_numbers where no = ${typed.toUpperCase()}
      union
      select c.id from recent join contacts c on c.id = recent.contact_id where ${begins}
      union
      (select c.id from contacts c
        where fold_text(c.name) ~>=~ fold_text(${typed}) and fold_text(c.name) ~<~ (fold_text(${typed}) || chr(1114111))
          and ${isWanted}
        order by fold_text(c.name) using ~<~ limit ${looksAt})
      union
      (select c.id from contacts c where ${begins} and ${isWanted} limit ${looksAt}))
    select ${hitColumns}
      from found join contacts c on c.id = found.id left join recent on recent.contact_id = c.id
     where ${isWanted}
     order by c.no = ${typed.toUpperCase()} desc,
              fold_text(c.name) = fold_text(${typed}) desc nulls last,
              word_vector(fold_text(c.name)) @@ word_beginnings(fold_text(${typed})) desc nulls last,
              recent.last desc nulls last,
              starts_with(fold_text(c.name), fold_text(${typed})) desc nulls last,
              c.name, c.id
     limit ${limit}`.execute(db);
  return rows;
}

/** All words somewhere in what is searched. */
async function holding({ db }: Context, { words, isWanted }: Sought, limit: number): Promise<readonly Hit[]> {
  const { rows } = await sql<Hit>`
    select ${hitColumns} from contacts c where ${sql.join(words.map(holdsText), sql` and `)} and ${isWanted}
     order by c.name, c.id limit ${limit}`.execute(db);
  return rows;
}

/** All words somewhere, a typing error forgiven in names; the likest of the first that are found. */
async function resembling(
  { db }: Context,
  { words, isWanted }: Sought,
  limit: number,
): Promise<readonly Hit[]> {
  const meant = await findMeantWords(db, words);
  if (meant.size === 0) return [];
  const typed = words.join(" ");
  // Materialised, so that it is planned for all that match, although only the first are looked at.
  const { rows } = await sql<Hit>`
    with matching as materialized (select c.id from contacts c where ${holdsWords(words, meant)} and ${isWanted}),
    found as (select id from matching limit ${looksAt})
    select ${hitColumns} from found join contacts c on c.id = found.id
     order by word_similarity(fold_text(${typed}), fold_text(c.name)) desc nulls last, c.name, c.id
     limit ${limit}`.execute(db);
  return rows;
}
