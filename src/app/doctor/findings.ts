import type pg from "pg";

/** What a check found: nothing wrong, or what. */
export type Finding =
  | { readonly ok: true; readonly says: string }
  | { readonly ok: false; readonly says: string };

export interface Check {
  readonly name: string;
  run(patient: Patient): Promise<Finding>;
}

/** What is examined. */
export interface Patient {
  readonly owner: pg.Client;
  readonly dataFolder: string;
  readonly isEmbedded: boolean;
}

/** A check that no row meets a condition that no row may meet. */
export function orphans(name: string, fromWhere: string): Check {
  return {
    name,
    async run({ owner }) {
      const { rows } = await owner.query<{ count: number }>(
        `select count(*)::int as count from ${fromWhere}`,
      );
      const { count } = rows[0]!;
      return count === 0 ? fine("all of them") : wrong(`${count} do not`);
    },
  };
}

/** A check that the next key of a series is beyond every key in use. */
export function blocks(name: string, series: string, highest: string): Check {
  return {
    name,
    async run({ owner }) {
      const { rows } = await owner.query<{ next: string; highest: string }>(
        `select next, coalesce((${highest}), 0) as highest from number_blocks where series = $1`,
        [series],
      );
      const block = rows[0];
      if (!block) return wrong(`the series ${series} is missing`);
      const says = `next ${block.next}, highest in use ${block.highest}`;
      return BigInt(block.next) > BigInt(block.highest) ? fine(says) : wrong(says);
    },
  };
}

export function fine(says: string): Finding {
  return { ok: true, says };
}

export function wrong(says: string): Finding {
  return { ok: false, says };
}
