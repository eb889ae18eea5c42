import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type { SortOrders } from "#platform/http/lists.ts";
import { codeOf } from "#setup/index.ts";
import type { listUsers as listUsersContract, User } from "./users.contract.ts";

type Query = Output<NonNullable<typeof listUsersContract.query>>;

interface UserRow {
  id: number;
  user_name: string;
  full_name: string;
  email: string;
  role: User["role"];
  extra_rights: User["extraRights"];
  salesperson_code: string | null;
  language: User["language"];
  disabled: boolean;
  has_password: boolean;
  last_seen_at: string | null;
  version: number;
  created_at: string;
  last_modified_at: string;
}

const columns = sql`
  u.id, u.user_name, u.full_name, u.email, u.role, u.extra_rights, u.language, u.disabled, u.version, u.created_at,
  u.last_modified_at, u.password_hash is not null as has_password,
  ${codeOf("salespeople", "u.salesperson_id")} as salesperson_code,
  (select max(s.last_seen_at) from sessions s where s.user_id = u.id) as last_seen_at`;

export function presentUser(row: UserRow): User {
  return {
    id: row.id,
    userName: row.user_name,
    fullName: row.full_name,
    email: row.email,
    role: row.role,
    extraRights: row.extra_rights,
    salespersonCode: row.salesperson_code,
    language: row.language,
    disabled: row.disabled,
    hasPassword: row.has_password,
    lastSeenAt: row.last_seen_at,
    version: row.version,
    createdAt: row.created_at,
    lastModifiedAt: row.last_modified_at,
  };
}

/** 404 `user_not_found`. */
export async function getUser(db: Db, id: number): Promise<User> {
  const { rows } = await sql<UserRow>`select ${columns} from users u where u.id = ${id}`.execute(db);
  if (!rows[0]) throw new NotFound("user_not_found");
  return presentUser(rows[0]);
}

const id = { expression: sql`u.id`, type: "integer" } as const;
const orders: SortOrders<"userName" | "fullName" | "email" | "createdAt"> = {
  userName: [{ expression: sql`lower(u.user_name)`, type: "text" }, id],
  fullName: [{ expression: sql`u.full_name`, type: "text" }, id],
  email: [{ expression: sql`lower(u.email)`, type: "text" }, id],
  createdAt: [{ expression: sql`u.created_at`, type: "timestamptz" }, id],
};

export function listUsers({ db }: Context, query: Query) {
  const source = {
    columns,
    from: sql`users u`,
    where: matches(query),
    orders,
    defaultSort: "userName",
  } as const;
  return fetchPage(db, source, query, presentUser);
}

function matches({ search, role, disabled }: Query): RawBuilder<SqlBool> {
  const conditions: RawBuilder<unknown>[] = [];
  if (search !== undefined) {
    conditions.push(
      sql`strpos(fold_text(concat_ws(' ', u.user_name, u.full_name, u.email)), fold_text(${search.trim()})) > 0`,
    );
  }
  if (role !== undefined) conditions.push(sql`u.role = any(${role}::text[])`);
  if (disabled !== undefined) conditions.push(sql`u.disabled = ${disabled}`);
  return allOf(conditions);
}
