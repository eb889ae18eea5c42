import type { HttpRequest } from "./http-client.ts";
import type { Bench, Measure } from "./measures/measure.ts";
import type { CapturedStatement } from "./wire-messages.ts";

/** How PostgreSQL runs the statements of each measure: `EXPLAIN (ANALYZE, BUFFERS)` of what the program sends. */
export async function explain(bench: Bench, measures: readonly Measure[]): Promise<string> {
  const sampled = measures.filter(({ sample }) => sample !== undefined);
  const requests: HttpRequest[] = [];
  // Twice: the first of its kind also fills caches.
  for (const { sample } of sampled) requests.push(await sample!(bench), await sample!(bench));
  const captured = await bench.captureStatements(requests);

  const parts: string[] = [];
  for (const [index, { name, title }] of sampled.entries()) {
    parts.push(`# ${name}: ${title}\n`);
    for (const statement of captured[index * 2 + 1]!) parts.push(await explainStatement(bench, statement));
  }
  return parts.join("\n");
}

async function explainStatement(bench: Bench, { sql, values }: CapturedStatement): Promise<string> {
  const statement = `${sql.trim()}\n-- ${JSON.stringify(values.map(readable)).slice(0, 500)}\n`;
  const hasPlan = /^\s*(\/\*.*?\*\/\s*)?(select|with|insert|update|delete)\b/i.test(sql);
  return hasPlan ? `${statement}\n${await planOf(bench, sql, values)}` : statement;
}

function readable(value: string | Buffer | null): string | null {
  return typeof value === "string" || value === null ? value : `\\x${value.toString("hex")}`;
}

/** As the program's role, and without leaving a trace. */
async function planOf({ owner }: Bench, sql: string, values: readonly unknown[]): Promise<string> {
  await owner.query("begin");
  try {
    await owner.query("set local role rapport_runtime");
    const { rows } = await owner.query<{ "QUERY PLAN": string }>(`explain (analyze, buffers) ${sql}`, [
      ...values,
    ]);
    return `${rows.map((row) => row["QUERY PLAN"]).join("\n")}\n`;
  } catch (error) {
    // Rows that are there already, such as those of the request itself.
    return `no plan: ${(error as Error).message}\n`;
  } finally {
    await owner.query("rollback");
  }
}
