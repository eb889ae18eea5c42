import { sql } from "kysely";
import type { Tx } from "#app/database.ts";
import { drawFreeNumbers } from "#numbering/index.ts";
import type { TransactionContext } from "#platform/db/transaction.ts";
import { localMoment } from "#platform/moment.rules.ts";

/** A number and the contact that gets it. */
export interface NumberClaim {
  readonly no: string;
  readonly id: number;
}

/**
 * Claims numbers in one statement and answers those that were free. A number that somebody else is just claiming is
 * waited for; always in the same order, so that two batches never wait for each other.
 */
export async function claimNumbers(tx: Tx, claims: readonly NumberClaim[]): Promise<ReadonlySet<string>> {
  if (claims.length === 0) return new Set();
  const { rows } = await sql<{ no: string }>`
    insert into contact_numbers (no, contact_id)
    select no, id from unnest(${claims.map(({ no }) => no)}::text[], ${claims.map(({ id }) => id)}::bigint[]) as c(no, id)
     order by no
        on conflict (no) do nothing
    returning no`.execute(tx);
  return new Set(rows.map(({ no }) => no));
}

/** Gives numbers back. */
export async function releaseNumbers(tx: Tx, nos: readonly string[]): Promise<void> {
  if (nos.length === 0) return;
  await sql`delete from contact_numbers where no = any(${nos}::text[])`.execute(tx);
}

/** Gives back the numbers of contacts that go, those of contacts that were merged into them included. */
export async function releaseNumbersOf(tx: Tx, going: readonly NumberClaim[]): Promise<void> {
  await releaseNumbers(
    tx,
    going.map(({ no }) => no),
  );
  await sql`
    delete from contact_numbers
     where is_former and contact_id = any(${going.map(({ id }) => id)}::bigint[])`.execute(tx);
}

/** Draws a number for every id from the series, in order, and claims them; numbers in use are skipped. */
export async function drawAndClaim(
  ctx: TransactionContext,
  seriesId: number,
  ids: readonly number[],
): Promise<readonly string[]> {
  const owners = new Map<string, number>();
  const { numbers } = await drawFreeNumbers(
    ctx.db,
    { seriesId, today: localMoment(ctx.now, ctx.timeZone).date, count: ids.length },
    async (block) => {
      // The very claim finds out what is taken: nobody can come in between.
      const claims = block.map((no, index) => ({ no, id: ids[index] ?? ids[0]! }));
      const claimed = await claimNumbers(ctx.db, claims);
      for (const { no, id } of claims) if (claimed.has(no)) owners.set(no, id);
      return block.filter((no) => !claimed.has(no));
    },
  );
  const drawn = new Set(numbers);
  await releaseNumbers(
    ctx.db,
    [...owners.keys()].filter((no) => !drawn.has(no)),
  );
  const shifted = numbers.flatMap((no, index) =>
    owners.get(no) === ids[index] ? [] : [{ no, id: ids[index]! }],
  );
  if (shifted.length > 0) await handOver(ctx.db, shifted);
  return numbers;
}

/** After numbers in use were skipped, the following ones belong to other contacts than first thought. */
async function handOver(tx: Tx, claims: readonly NumberClaim[]): Promise<void> {
  await sql`
    update contact_numbers n set contact_id = c.id
      from unnest(${claims.map(({ no }) => no)}::text[], ${claims.map(({ id }) => id)}::bigint[]) as c(no, id)
     where n.no = c.no`.execute(tx);
}
