import { sql } from "kysely";
import type { Context } from "#app/database.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { TooMany } from "#platform/errors.ts";
import { hashOfSecret } from "./secrets.ts";
import {
  type Attempts,
  countedAddress,
  failuresAfterAnother,
  remainingWait,
  type SubjectKind,
} from "./sign-in.rules.ts";

/** Whose attempts are counted together. */
export interface Subject {
  readonly kind: SubjectKind;
  /** Key in `sign_in_attempts`. */
  readonly key: string;
}

export function addressSubject(address: string): Subject {
  return { kind: "address", key: `address:${countedAddress(address)}` };
}

export function userSubject(userName: string): Subject {
  return { kind: "user", key: `user:${userName.toLowerCase()}` };
}

/** A name that belongs to nobody: counted like a user, but not kept, since people type passwords into it. */
export function unknownSubject(typed: string): Subject {
  return { kind: "user", key: `unknown:${hashOfSecret(typed.toLowerCase()).toString("hex")}` };
}

/**
 * Counts an attempt as failed before the password is looked at, so that many at once are not cheaper than one
 * after the other. 429 `too_many_attempts` when one of the subjects has to wait; then nothing is counted.
 */
export async function claimAttempt(ctx: Context, subjects: readonly Subject[]): Promise<void> {
  const keys = subjects.map((subject) => subject.key).sort();
  await inTransaction(ctx, async (tx) => {
    await sql`
      insert into sign_in_attempts (subject, failures, window_started_at)
      select key, 0, ${ctx.now} from unnest(${keys}::text[]) as key order by key
      on conflict (subject) do nothing`.execute(tx.db);
    const { rows } = await sql<{ subject: string; failures: number; window_started_at: string }>`
      select subject, failures, window_started_at from sign_in_attempts
       where subject = any(${keys}::text[]) order by subject for update`.execute(tx.db);
    const attempts = new Map<string, Attempts>(
      rows.map((row) => [
        row.subject,
        { failures: row.failures, lastFailedAt: new Date(row.window_started_at) },
      ]),
    );
    const waits = subjects.map(({ kind, key }) => remainingWait(kind, attempts.get(key)!, ctx.now));
    const retryAfterSeconds = Math.max(...waits);
    if (retryAfterSeconds > 0) throw new TooMany("too_many_attempts", { retryAfterSeconds });
    const failures = keys.map((key) => failuresAfterAnother(attempts.get(key)!, ctx.now));
    await sql`
      update sign_in_attempts a set failures = claimed.failures, window_started_at = ${ctx.now}
        from unnest(${keys}::text[], ${failures}::integer[]) as claimed (subject, failures)
       where a.subject = claimed.subject`.execute(tx.db);
  });
}

/**
 * Takes back the claim of an attempt that succeeded: the user's count starts anew, the address loses only this one,
 * so that a person who knows one password cannot guess others for free.
 */
export async function forgiveAttempt(ctx: Context, subjects: readonly Subject[]): Promise<void> {
  const keysOf = (kind: SubjectKind) =>
    subjects.filter((subject) => subject.kind === kind).map(({ key }) => key);
  await sql`delete from sign_in_attempts where subject = any(${keysOf("user")}::text[])`.execute(ctx.db);
  await sql`
    update sign_in_attempts set failures = greatest(failures - 1, 0)
     where subject = any(${keysOf("address")}::text[])`.execute(ctx.db);
}
