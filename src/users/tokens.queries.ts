import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type { SortOrders } from "#platform/http/lists.ts";
import type { listTokens as listTokensContract, Token } from "./tokens.contract.ts";

type Query = Output<NonNullable<typeof listTokensContract.query>>;

interface TokenRow {
  id: number;
  name: string;
  prefix: string;
  role: Token["role"];
  narrowed_to: Token["rights"];
  address_book_only: boolean;
  user_name: string | null;
  expires_at: string | null;
  revoked_at: string | null;
  last_used_at: string | null;
  created_by: string;
  created_at: string;
  version: number;
}

const columns = sql`
  t.id, t.name, t.prefix, t.role, t.narrowed_to, t.address_book_only, t.expires_at, t.revoked_at, t.last_used_at,
  t.created_by, t.created_at, t.version, u.user_name`;
const tokensWithUsers = sql`api_tokens t left join users u on u.id = t.user_id`;

function presentToken(row: TokenRow): Token {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    role: row.role,
    rights: row.narrowed_to,
    addressBookOnly: row.address_book_only,
    userName: row.user_name,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
    createdBy: row.created_by,
    createdAt: row.created_at,
    version: row.version,
  };
}

/** 404 `token_not_found`. */
export async function getToken(db: Db, id: number): Promise<Token> {
  const { rows } = await sql<TokenRow>`select ${columns} from ${tokensWithUsers} where t.id = ${id}`.execute(
    db,
  );
  if (!rows[0]) throw new NotFound("token_not_found");
  return presentToken(rows[0]);
}

/** Tokens of a user that open the address book alone and are not revoked, the newest first. */
export async function listAddressBookTokensOf(db: Db, userId: number): Promise<Token[]> {
  const { rows } = await sql<TokenRow>`
    select ${columns} from ${tokensWithUsers}
     where t.user_id = ${userId} and t.address_book_only and t.revoked_at is null
     order by t.created_at desc, t.id desc limit 200`.execute(db);
  return rows.map(presentToken);
}

const id = { expression: sql`t.id`, type: "integer" } as const;
const orders: SortOrders<"name" | "createdAt"> = {
  name: [{ expression: sql`t.name`, type: "text" }, id],
  createdAt: [{ expression: sql`t.created_at`, type: "timestamptz" }, id],
};

export function listTokens({ db }: Context, query: Query) {
  const source = {
    columns,
    from: tokensWithUsers,
    where: matches(query),
    orders,
    defaultSort: "-createdAt",
  } as const;
  return fetchPage(db, source, query, presentToken);
}

function matches({ search, role, userName, revoked }: Query): RawBuilder<SqlBool> {
  const conditions: RawBuilder<unknown>[] = [];
  if (search !== undefined) {
    conditions.push(
      sql`strpos(fold_text(concat_ws(' ', t.name, t.prefix)), fold_text(${search.trim()})) > 0`,
    );
  }
  if (role !== undefined) conditions.push(sql`t.role = any(${role}::text[])`);
  if (userName !== undefined) conditions.push(sql`lower(u.user_name) = lower(${userName})`);
  if (revoked !== undefined) conditions.push(sql`(t.revoked_at is not null) = ${revoked}`);
  return allOf(conditions);
}
