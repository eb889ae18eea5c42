import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#app/database.ts";
import type { ContactList } from "./merge.contract.ts";

/**
 * What a merge did, in the words of the tables, so that it can be undone to the letter. `details` by action:
 *
 * - `moved` `[{ from, to, … }]`: keys that rows of the duplicate had, and have under the survivor
 * - `removed` `[row]`: whole rows that are gone
 * - `added` `[key]`: rows that the merge made
 * - `changed` `[{ key, before, after }]`: columns that were overwritten
 * - `named` `{ column: [key] }`: records that named the duplicate, by what they named it as
 */
export type MergeAction = "moved" | "removed" | "added" | "changed" | "named";

export interface MergeStep {
  readonly stepNo: number;
  readonly table: string;
  readonly action: MergeAction;
  readonly details: unknown;
}

/** Writes the steps of one merge in their order, and counts what moved. */
export class Journal {
  readonly mergeId: number;
  readonly #tx: Tx;
  #steps = 0;
  readonly #moved = new Map<ContactList, number>();

  constructor(tx: Tx, mergeId: number) {
    this.#tx = tx;
    this.mergeId = mergeId;
  }

  /**
   * Writes what `details`, one SQL value, says; a step without any is left out. `parts` are the `with` parts that it
   * selects from, and that do what is written down. Answers how many rows it was about.
   */
  async write(
    table: string,
    action: MergeAction,
    parts: readonly RawBuilder<unknown>[],
    details: RawBuilder<unknown>,
  ): Promise<number> {
    this.#steps += 1;
    const { rows } = await sql<{ count: number }>`
      with ${sql.join([...parts, sql`step as (select ${details} as details)`])},
      written as (
        insert into contact_merge_steps (merge_id, step_no, table_name, action, details)
        select ${this.mergeId}, ${this.#steps}, ${table}, ${action}, details from step where details <> '[]')
      select case when jsonb_typeof(details) = 'array' then jsonb_array_length(details)
                  else (select count(distinct key) from unnest(array['contact', 'company', 'former']) name
                         cross join lateral jsonb_array_elements(details -> name) key) end as count
        from step`.execute(this.#tx);
    return rows[0]?.count ?? 0;
  }

  count(list: ContactList, rows: number): void {
    if (rows > 0) this.#moved.set(list, (this.#moved.get(list) ?? 0) + rows);
  }

  /** How many rows of each list moved. */
  get moved(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#moved);
  }
}

/** Reads the steps of a merge, the first one first. */
export async function readSteps(tx: Tx, mergeId: number): Promise<readonly MergeStep[]> {
  const { rows } = await sql<MergeStep>`
    select step_no as "stepNo", table_name as "table", action, details
      from contact_merge_steps where merge_id = ${mergeId} order by step_no`.execute(tx);
  return rows;
}
