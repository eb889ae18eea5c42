import { type RawBuilder, type Selectable, type SqlBool, sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
import { containsWords } from "#platform/db/search-words.ts";
import { NotFound } from "#platform/errors.ts";
import type { Output } from "#platform/http/endpoint.ts";
import type { listSalespeople as listEndpoint, Salesperson } from "./salespeople.contract.ts";
import { pickUsersSalesperson, type SalespersonFlags } from "./salespeople.rules.ts";
import type { SalespeopleTables } from "./salespeople.tables.ts";

export type SalespersonRow = Selectable<SalespeopleTables["salespeople"]>;

export function presentSalesperson(row: SalespersonRow): Salesperson {
  return {
    code: row.code,
    name: row.name,
    jobTitle: row.job_title,
    email: row.email,
    email2: row.email2,
    phoneNo: row.phone_no,
    commissionPercent: Number(row.commission_percent),
    privacyBlocked: row.privacy_blocked,
    blocked: row.blocked,
    version: row.version,
    lastModifiedAt: row.last_modified_at,
  };
}

type ListQuery = Output<NonNullable<typeof listEndpoint.query>>;

const code = { expression: sql.ref("code"), type: "text" } as const;
const name = { expression: sql`coalesce(name, '')`, type: "text", collation: "fi-x-icu" } as const;
const orders = { code: [code], name: [name, code] } as const;

/** One page of salespeople. */
export function listSalespeople(db: Db, query: ListQuery) {
  const source = {
    columns: sql`*`,
    from: sql`salespeople`,
    where: matching(query),
    orders,
    defaultSort: "code",
  } as const;
  return fetchPage(db, source, query, presentSalesperson);
}

function matching({ search, code, blocked, privacyBlocked }: ListQuery): RawBuilder<SqlBool> {
  const conditions = [containsWords(sql`concat_ws(' ', code, name, job_title, email)`, search)];
  if (code) conditions.push(sql<SqlBool>`code = any(${code}::text[])`);
  if (blocked !== undefined) conditions.push(sql<SqlBool>`blocked = ${blocked}`);
  if (privacyBlocked !== undefined) conditions.push(sql<SqlBool>`privacy_blocked = ${privacyBlocked}`);
  return allOf(conditions);
}

/** @throws NotFound `not_found` */
export async function getSalesperson(db: Db, code: string): Promise<Salesperson> {
  const row = await db.selectFrom("salespeople").selectAll().where("code", "=", code).executeTakeFirst();
  if (!row) throw salespersonNotFound(code);
  return presentSalesperson(row);
}

export function salespersonNotFound(code: string): NotFound {
  return new NotFound("not_found", { key: code }, [{ path: "salespersonCode", code: "not_found" }]);
}

/** A salesperson as other modules need it. */
export interface KnownSalesperson extends SalespersonFlags {
  readonly id: number;
  readonly code: string;
  readonly email: string | null;
}

/**
 * The salesperson of whoever calls (interactions R-SALES 2), blocked or not; `null` without one. One statement, none
 * for a caller who has neither e-mail nor mapping.
 */
export async function findUsersSalesperson({
  db,
  actor,
}: Pick<Context, "db" | "actor">): Promise<KnownSalesperson | null> {
  const login = actor.email?.trim().toLowerCase() ?? null;
  if (login === null && actor.salespersonId === null) return null;
  const found = await db
    .selectFrom("salespeople")
    .select(["id", "code", "email", "blocked", "privacy_blocked as privacyBlocked"])
    .where((eb) => eb.or([eb(sql`lower(trim(email))`, "=", login), eb("id", "=", actor.salespersonId)]))
    .execute();
  return pickUsersSalesperson(login, found, found.find(({ id }) => id === actor.salespersonId) ?? null);
}
