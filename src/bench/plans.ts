import type { Bench, Measure } from "./measures/measure.ts";

/** How PostgreSQL runs the statements of each measure: `EXPLAIN (ANALYZE, BUFFERS)` of what the program sends. */
export async function explain(bench: Bench, measures: readonly Measure[]): Promise<string> {
  const parts: string[] = [];
  for (const { name, title, sample } of measures) {
    if (!sample) continue;
    parts.push(`# ${name}: ${title}\n`);
    const request = await sample(bench);
    // The first of its kind also fills caches.
    await bench.captureStatements(request);
    const again = {
      ...request,
      headers: { ...request.headers, "idempotency-key": `plans-${name}-${Date.now()}` },
    };
    for (const { sql, values } of await bench.captureStatements(again)) {
      parts.push(`${sql.trim()}\n-- ${JSON.stringify(values.map(readable)).slice(0, 500)}\n`);
      if (!/^\s*(select|with|insert|update|delete)\b/i.test(sql)) continue;
      parts.push(await planOf(bench, sql, values));
    }
  }
  return parts.join("\n");
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
