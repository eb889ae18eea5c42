import type pg from "pg";

export interface BackedUpTable {
  readonly name: string;
  /** Those that can be written: what PostgreSQL computes is left out. */
  readonly columns: readonly string[];
}

/** Every table of ours, each after those its foreign keys name; the record of migrations is in the header instead. */
export async function listTables(client: pg.Client): Promise<BackedUpTable[]> {
  const { rows } = await client.query<BackedUpTable & { refers_to: string[] }>(
    `select t.relname as name,
            (select array_agg(a.attname::text order by a.attnum) from pg_attribute a
              where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            (select coalesce(array_agg(distinct f.relname::text), '{}') from pg_constraint k
               join pg_class f on f.oid = k.confrelid
              where k.conrelid = t.oid and k.contype = 'f' and k.confrelid <> t.oid) as refers_to
       from pg_class t
      where t.relnamespace = 'public'::regnamespace and t.relkind in ('r', 'p') and not t.relispartition
        and t.relname not like 'kysely\\_%'
        -- tables of extensions are made by them
        and not exists (select from pg_depend d where d.objid = t.oid and d.deptype = 'e')
      order by t.relname`,
  );
  const ordered: BackedUpTable[] = [];
  const waiting = new Map(rows.map((row) => [row.name, row]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(
      ({ refers_to }) => !refers_to.some((name) => waiting.has(name)),
    );
    if (ready.length === 0)
      throw new Error(`tables refer to each other in a circle: ${[...waiting.keys()].join(", ")}`);
    for (const { name, columns } of ready) {
      waiting.delete(name);
      ordered.push({ name, columns });
    }
  }
  return ordered;
}
