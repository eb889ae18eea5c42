import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "#app/database.ts";
import { cappedCount, countCap, planPage } from "#platform/http/lists.ts";
import type { AuditEntry, listAuditEntries as contract } from "./audit.contract.ts";

type AuditQuery = z.output<NonNullable<(typeof contract)["query"]>>;

const orders = { id: [{ expression: sql.ref("a.id"), type: "bigint" }] } as const;

interface AuditRow {
  id: number;
  recorded_at: string;
  actor: string;
  action: string;
  resource: string;
  resource_key: string;
  changes: Record<string, unknown>;
  request_id: string;
}

export async function listAuditEntries(ctx: Context, query: AuditQuery) {
  const page = planPage(orders, query, "-id");
  const conditions = [
    query.resource !== undefined && sql`a.resource = ${query.resource}`,
    query.resourceKey !== undefined && sql`a.resource_key = ${query.resourceKey}`,
    query.actor !== undefined && sql`a.actor = ${query.actor}`,
    query.dateFrom !== undefined && sql`a.recorded_at >= ${query.dateFrom}::date`,
    query.dateTo !== undefined && sql`a.recorded_at < ${query.dateTo}::date + 1`,
  ].filter((condition) => condition !== false);
  const where = sql.join([sql`true`, ...conditions], sql` and `);
  const found = await sql<AuditRow & { sort_values: unknown }>`
    select a.*, ${page.sortValues} as sort_values from audit_entries a
     where ${where} and ${page.after} order by ${page.orderBy} limit ${page.limit}`.execute(ctx.db);
  const { rows, nextCursor } = page.finish(found.rows);
  if (!query.count) return { items: rows.map(present), nextCursor };
  const counted = await sql<{ counted: number }>`
    select count(*) as counted from (select from audit_entries a where ${where} limit ${countCap + 1}) capped
  `.execute(ctx.db);
  return { items: rows.map(present), nextCursor, ...cappedCount(counted.rows[0]!.counted) };
}

function present(row: AuditRow): AuditEntry {
  return {
    id: row.id,
    recordedAt: row.recorded_at,
    actor: row.actor,
    action: row.action,
    resource: row.resource,
    resourceKey: row.resource_key,
    changes: row.changes,
    requestId: row.request_id,
  };
}
