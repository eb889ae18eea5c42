import type pg from "pg";

/** What a refused request may leave behind: numbers taken ahead, counted attempts, when a token was last used. */
const UNIMPORTANT_TABLES = ["number_blocks", "sign_in_attempts"];
const UNIMPORTANT_COLUMNS = ["last_used_at", "last_seen_at"];
/** Sums that are brought up to date in the background. */
const DERIVED_TABLES = "^interaction_(day_sums|month_sums|changed_days)$";

/** Rows and a checksum of every table. */
export type TableState = Readonly<Record<string, string>>;

/** Prepares to look at every table of the schema `public`, which takes one statement. */
export async function watchTables(owner: pg.Client): Promise<() => Promise<TableState>> {
  const { rows: tables } = await owner.query<{ name: string }>(
    `select relname as name from pg_class
      where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> all($1) and relname !~ $2`,
    [UNIMPORTANT_TABLES, DERIVED_TABLES],
  );
  const columns = `'{${UNIMPORTANT_COLUMNS.join()}}'::text[]`;
  const sums = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*) || ' rows, ' || coalesce(sum(hashtextextended((to_jsonb(t) - ${columns})::text, 0)), 0) as state from ${name} t`,
  );
  const statement = { name: "table-state", text: sums.join("\nunion all\n") };
  return async () => {
    const { rows } = await owner.query<{ name: string; state: string }>(statement);
    return Object.fromEntries(rows.map(({ name, state }) => [name, state]));
  };
}

/** Names of the tables that differ. */
export function changedTables(before: TableState, after: TableState): string[] {
  return Object.keys(after).filter((name) => before[name] !== after[name]);
}
