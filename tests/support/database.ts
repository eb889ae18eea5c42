import pg from "pg";

/** A connection as the database's owner, which may break: its next query tells. */
export async function connectOwner(url: string): Promise<pg.Client> {
  const owner = new pg.Client(url);
  owner.on("error", () => undefined);
  await owner.connect();
  return owner;
}

/** Runs work over one connection as the database's owner. */
export async function withOwner<T>(url: string, work: (owner: pg.Client) => Promise<T>): Promise<T> {
  const owner = await connectOwner(url);
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Number of rows of `from …`. */
export async function countOf(owner: pg.Client, fromWhere: string): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from ${fromWhere}`);
  return rows[0]!.count;
}

/** Everything PostgreSQL's own amcheck finds wrong with tables and indexes of the schema `public`. */
export async function findCorruption(url: string): Promise<string[]> {
  return withOwner(url, async (owner) => {
    await owner.query("create schema amcheck_here");
    try {
      await owner.query("create extension amcheck schema amcheck_here");
      const { rows } = await owner.query<{ finding: string }>(
        `select format('%s: block %s: %s', t.oid::regclass, found.blkno, found.msg) as finding
           from pg_class t, lateral amcheck_here.verify_heapam(t.oid) found
          where t.relkind = 'r' and t.relnamespace = 'public'::regnamespace`,
      );
      // An index that does not agree with its table is an error, not a row.
      await owner.query(
        `select amcheck_here.bt_index_check(i.oid, true)
           from pg_class i join pg_am a on a.oid = i.relam and a.amname = 'btree'
          where i.relkind = 'i' and i.relnamespace = 'public'::regnamespace`,
      );
      return rows.map((row) => row.finding);
    } finally {
      await owner.query("drop schema amcheck_here cascade");
    }
  });
}
