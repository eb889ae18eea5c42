import { sql } from "kysely";
import type { Context, Db } from "#app/database.ts";
import { differences, recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { refusingDuplicates } from "#platform/db/unique.ts";
import { NotFound } from "#platform/errors.ts";
import { expectVersion } from "#platform/http/preconditions.ts";
import { enqueue } from "#platform/jobs/index.ts";
import type { NewRetentionRule, RetentionRule, RetentionRuleChange } from "./retention.contract.ts";
import { applyRetentionRule } from "./retention.job.ts";

/** A rule with the key by which jobs know it. */
export type StoredRule = RetentionRule & { readonly id: number };

const columns = sql.raw(
  'id, code, description, what, months, keeps_linked as "keepsLinked", action, nightly, last_run_at as "lastRunAt", last_run_found as "lastRunFound", version, last_modified_at as "lastModifiedAt"',
);
const resource = "retention-rules";
const constraint = "retention_rules_code_key";
/** What the program itself writes. */
const ignored = ["lastRunAt", "lastRunFound", "version", "lastModifiedAt", "id"];

/** Every rule, by code. */
export async function listRules(db: Db): Promise<StoredRule[]> {
  const { rows } = await sql<StoredRule>`select ${columns} from retention_rules order by code`.execute(db);
  return rows;
}

/** @throws NotFound */
export async function getRule(db: Db, code: string, { lock = false } = {}): Promise<StoredRule> {
  const { rows } = await sql<StoredRule>`
    select ${columns} from retention_rules where code = ${code} ${lock ? sql`for update` : sql``}`.execute(
    db,
  );
  if (!rows[0]) throw new NotFound("not_found", { key: code });
  return rows[0];
}

/** @throws Conflict `duplicate` */
export function createRule(ctx: Context, input: NewRetentionRule): Promise<RetentionRule> {
  return inTransaction(ctx, async (tx) => {
    await refusingDuplicates({ constraint, key: input.code }, () =>
      tx.db
        .insertInto("retention_rules")
        .values({ ...columnsOf(input), last_run_at: null })
        .execute(),
    );
    const rule = await getRule(tx.db, input.code);
    await recordChange(tx, {
      action: "retentionRule.created",
      resource,
      key: rule.code,
      changes: differences({}, rule, ignored),
    });
    return withoutId(rule);
  });
}

/** @throws NotFound, Stale, Conflict `duplicate` */
export function changeRule(
  ctx: Context,
  code: string,
  input: RetentionRuleChange,
  ifMatch: number | null,
): Promise<RetentionRule> {
  return inTransaction(ctx, async (tx) => {
    const before = await getRule(tx.db, code, { lock: true });
    expectVersion(before, ifMatch);
    const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
    const changes = differences(before, given, ignored);
    if (Object.keys(changes).length === 0) return withoutId(before);
    const wanted = { ...before, ...given };
    await refusingDuplicates({ constraint, key: wanted.code }, () =>
      tx.db
        .updateTable("retention_rules")
        .set({ ...columnsOf(wanted), version: before.version + 1, last_modified_at: sql`now()` })
        .where("id", "=", before.id)
        .execute(),
    );
    await recordChange(tx, { action: "retentionRule.changed", resource, key: code, changes });
    return withoutId(await getRule(tx.db, wanted.code));
  });
}

/** @throws NotFound, Stale */
export function deleteRule(ctx: Context, code: string, ifMatch: number | null): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    const before = await getRule(tx.db, code, { lock: true });
    expectVersion(before, ifMatch);
    await tx.db.deleteFrom("retention_rules").where("id", "=", before.id).execute();
    await recordChange(tx, { action: "retentionRule.deleted", resource, key: code });
  });
}

/** Queues a run; the job's id. @throws NotFound */
export function orderRun(ctx: Context, code: string, dryRun: boolean): Promise<string> {
  return inTransaction(ctx, async (tx) => {
    const { id } = await getRule(tx.db, code);
    await recordChange(tx, {
      action: "retentionRule.run",
      resource,
      key: code,
      changes: { dryRun },
    });
    return enqueue(tx, applyRetentionRule, { ruleId: id, dryRun });
  });
}

/** Every night: queues the rules that want it. */
export async function orderNightlyRetention(ctx: Context): Promise<void> {
  const nightly = (await listRules(ctx.db)).filter((rule) => rule.nightly);
  await inTransaction(ctx, async (tx) => {
    for (const { id } of nightly) await enqueue(tx, applyRetentionRule, { ruleId: id, dryRun: false });
  });
}

export function withoutId({ id: _, ...rule }: StoredRule): RetentionRule {
  return rule;
}

function columnsOf(
  rule: Omit<NewRetentionRule, "description"> & { readonly description?: string | null | undefined },
) {
  const { code, description = null, what, months, keepsLinked, action, nightly } = rule;
  return { code, description, what, months, keeps_linked: keepsLinked, action, nightly };
}
