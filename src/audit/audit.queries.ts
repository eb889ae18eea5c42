import { sql } from "kysely";
import type { z } from "zod";
import type { Context } from "#app/database.ts";
import { allOf, fetchPage } from "#platform/db/fetch-page.ts";
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

export function listAuditEntries(ctx: Context, query: AuditQuery) {
  const where = allOf(
    [
      query.resource !== undefined && sql`a.resource = ${query.resource}`,
      query.resourceKey !== undefined && sql`a.resource_key = ${query.resourceKey}`,
      query.actor !== undefined && sql`a.actor = ${query.actor}`,
      query.dateFrom !== undefined && sql`a.recorded_at >= ${query.dateFrom}::date`,
      query.dateTo !== undefined && sql`a.recorded_at < ${query.dateTo}::date + 1`,
    ].filter((condition) => condition !== false),
  );
  const source = {
    columns: sql`a.*`,
    from: sql`audit_entries a`,
    where,
    orders,
    defaultSort: "-id",
  } as const;
  return fetchPage(ctx.db, source, query, present);
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
