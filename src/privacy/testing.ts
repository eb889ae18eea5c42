import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import type { TestAnswer, TestApp, TestClient } from "#app/testing.ts";

/** What tests of erasing look for, in any spelling: letters that no text of ours has next to each other. */
export const marker = "zqxw";
/** The same in digits, for fields that take no letters. */
export const markerDigits = "401982734";

interface TextColumn {
  readonly name: string;
  readonly isBytes: boolean;
}

/** `table: what was found` for every table that holds one of the markers, in whatever column. */
export async function tracesIn(app: TestApp): Promise<readonly string[]> {
  const { rows: tables } = await sql<{ name: string; columns: TextColumn[] }>`
    select format('%I.%I', n.nspname, t.relname) as name,
           json_agg(json_build_object('name', a.attname, 'isBytes', a.atttypid = 'bytea'::regtype)) as columns
      from pg_class t join pg_namespace n on n.oid = t.relnamespace
      join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
     where t.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
     group by 1`.execute(app.owner);
  const found: string[] = [];
  for (const { name, columns } of tables) {
    for (const { name: column, isBytes } of columns) {
      const text = isBytes ? sql`encode(${sql.ref(column)}, 'escape')` : sql`${sql.ref(column)}::text`;
      const { rows } = await sql<{ text: string }>`
        select ${text} as text from ${sql.raw(name)}
         where ${text} ilike ${`%${marker}%`} or ${text} like ${`%${markerDigits}%`}`.execute(app.owner);
      found.push(...rows.map((row) => `${name}.${column}: ${row.text.slice(0, 300)}`));
    }
  }
  return found;
}

/** Files below the data folder that hold one of the markers, or have it in their names. */
export async function tracesOnDisk({ dataFolder }: TestApp): Promise<readonly string[]> {
  const names = await readdir(dataFolder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of names.filter((candidate) => candidate.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const content = (await readFile(path)).toString("latin1").toLowerCase();
    if (content.includes(marker) || content.includes(markerDigits) || path.toLowerCase().includes(marker))
      found.push(path);
  }
  return found;
}

/** A client that throws unless the call succeeds, and sends every POST with an idempotency key. */
export function sure(client: TestClient) {
  const checked = (answer: TestAnswer) => {
    if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
    return answer;
  };
  return {
    get: async (path: string) => checked(await client.get(path)),
    post: async (path: string, body?: unknown, headers: Record<string, string> = {}) =>
      checked(await client.post(path, body, { "idempotency-key": randomUUID(), ...headers })),
    patch: async (path: string, body: unknown) => checked(await client.patch(path, body)),
    put: async (path: string, body: unknown, headers: Record<string, string> = {}) =>
      checked(await client.put(path, body, headers)),
    delete: async (path: string) => checked(await client.delete(path)),
  };
}
