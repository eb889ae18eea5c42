import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { prepared } from "../db/prepared.ts";
import { inTransaction, type TransactionContext } from "../db/transaction.ts";
import { Conflict, Malformed } from "../errors.ts";
import type { SecretBox } from "../secret-box.ts";

/** An answer as it goes over the wire. */
export interface StoredAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** Reads an `Idempotency-Key` header. */
export function readIdempotencyKey(header: string | undefined): string | null {
  if (header === undefined) return null;
  const key = header.trim();
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new Malformed("malformed", {}, [
      {
        path: "Idempotency-Key",
        code: "wrong_format",
        values: { expected: "1–255 visible ASCII characters" },
      },
    ]);
  }
  return key;
}

export interface RepeatableRequest {
  readonly key: string;
  /** Method, path and body: the same key with another request is refused. */
  readonly fingerprint: string;
  /** Path of the request, without its query. */
  readonly path: string;
  /** Encrypts the stored answer. */
  readonly secretBox: SecretBox | null;
}

/**
 * Runs `work` once per actor and key: the claim, the work and its answer commit together, so that a repeat after
 * a crash finds either everything or nothing. A parallel repeat waits for the first and gets its answer.
 */
export async function answerOnce(
  ctx: Context,
  { key, fingerprint, path, secretBox }: RepeatableRequest,
  work: (ctx: TransactionContext) => Promise<StoredAnswer>,
): Promise<StoredAnswer> {
  const actor = `${ctx.actor.kind}:${ctx.actor.tokenId ?? ctx.actor.userId ?? 0}`;
  const requestHash = createHash("sha256").update(fingerprint).digest();
  return inTransaction(ctx, async (tx) => {
    const claim = await sql`${prepared}
      insert into idempotency_keys (actor, key, request_hash, path) values (${actor}, ${key}, ${requestHash}, ${path})
      on conflict (actor, key) do nothing returning key`.execute(tx.db);
    if (claim.rows.length === 0) return repeatedAnswer(tx, { actor, key, requestHash, secretBox });

    const answer = await work(tx);
    const bytes = Buffer.from(answer.body);
    await sql`${prepared}
      update idempotency_keys
         set status = ${answer.status}, answer = ${secretBox ? secretBox.seal(bytes) : bytes},
             headers = ${JSON.stringify(answer.headers)}::jsonb
       where actor = ${actor} and key = ${key}`.execute(tx.db);
    return answer;
  });
}

async function repeatedAnswer(
  ctx: TransactionContext,
  {
    actor,
    key,
    requestHash,
    secretBox,
  }: { actor: string; key: string; requestHash: Buffer; secretBox: SecretBox | null },
): Promise<StoredAnswer> {
  const stored = await ctx.db
    .selectFrom("idempotency_keys")
    .select(["request_hash", "status", "answer", "headers"])
    .where("actor", "=", actor)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  if (!stored.request_hash.equals(requestHash)) throw new Conflict("idempotency_key_reused");
  const bytes = stored.answer ?? Buffer.alloc(0);
  return {
    status: stored.status ?? 200,
    body: (secretBox ? secretBox.open(bytes) : bytes).toString(),
    headers: { ...stored.headers, "idempotent-replayed": "true" },
  };
}
