import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { findMeantWords, holdsText, holdsWords } from "../search-contacts.ts";
import type { SimilarContact } from "./similar-contacts.contract.ts";
import {
  addressesOf,
  compareLikeness,
  likenessesOf,
  numbersOf,
  type TypedContact,
} from "./similar-contacts.rules.ts";
import { tellingWords } from "./similar-names.rules.ts";

/** So many contacts of each kind of likeness are looked at. */
const looksAt = 50;
/** Numbers are looked for by their last digits: what stands before depends on where one dials from. */
const lastDigits = 7;
/** Fewer letters mean anybody. */
const fewestLetters = 3;
/** More words than these are no name. */
const mostWords = 6;

/** Contacts that are probably the one that is being entered; the most alike ones first. */
export async function findSimilarContacts(
  { db }: Pick<Context, "db">,
  typed: TypedContact,
  limit: number,
): Promise<SimilarContact[]> {
  const ways = [...emailWays(typed), ...phoneWays(typed), ...(await nameWays(db, typed))];
  if (ways.length === 0) return [];
  const ids = sql.join(
    ways.map(
      (way) => sql`(select c.id from contacts c where c.type = ${typed.type} and ${way} limit ${looksAt})`,
    ),
    sql` union `,
  );
  const { rows } = await sql<Omit<SimilarContact, "alike">>`
    select c.no, c.type, c.name, c.company_name as "companyName", c.city, c.email, c.phone_no as "phoneNo",
           c.mobile_phone_no as "mobilePhoneNo"
      from contacts c where c.id in (${ids}) order by c.id`.execute(db);
  return rows
    .map((contact) => ({ ...contact, alike: [...likenessesOf(typed, contact)] }))
    .filter(({ alike }) => alike.length > 0)
    .toSorted((one, other) => compareLikeness(one.alike, other.alike))
    .slice(0, limit);
}

function emailWays({ email }: TypedContact): RawBuilder<SqlBool>[] {
  return addressesOf(email).map(holdsText);
}

function phoneWays(typed: TypedContact): RawBuilder<SqlBool>[] {
  return numbersOf(typed).map((digits) => holdsText(digits.slice(-lastDigits)));
}

/** All words of the name and, of longer ones, all but one: a middle name is often left out. */
async function nameWays(db: Db, { name }: TypedContact): Promise<RawBuilder<SqlBool>[]> {
  const words = tellingWords(name ?? "").slice(0, mostWords);
  if (words.join("").length < fewestLetters) return [];
  const meant = await findMeantWords(db, words);
  const shorter = words.length < 3 ? [] : words.map((_, left) => words.filter((_, place) => place !== left));
  return [words, ...shorter].map((some) => holdsWords(some, meant));
}
