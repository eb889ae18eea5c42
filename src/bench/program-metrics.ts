/** What the program has used since it started. */
export interface Usage {
  readonly statements: number;
  readonly cpuMs: number;
  readonly residentBytes: number;
}

/** Reads the figures out of Prometheus' text format. */
export function readUsage(metrics: string): Usage {
  return {
    statements: sum(metrics, "rapport_sql_statements_total"),
    cpuMs: sum(metrics, "process_cpu_seconds_total") * 1000,
    residentBytes: sum(metrics, "process_resident_memory_bytes"),
  };
}

/** The sum of a metric over all its labels. */
function sum(metrics: string, name: string): number {
  return metrics
    .split("\n")
    .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
    .reduce((total, line) => total + Number(line.slice(line.lastIndexOf(" ") + 1)), 0);
}
