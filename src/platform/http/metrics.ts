import type { FastifyRequest } from "fastify";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** Prometheus metrics of the HTTP side: how often, how long, how many SQL statements. */
export class HttpMetrics {
  readonly registry = new Registry();
  readonly #duration = new Histogram({
    name: "rapport_http_request_duration_seconds",
    help: "Time from the first byte of the request to the end of the answer.",
    labelNames: ["method", "route", "status"],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers: [this.registry],
  });
  readonly #statements = new Counter({
    name: "rapport_sql_statements_total",
    help: "SQL statements sent while answering requests.",
    labelNames: ["method", "route"],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  observe(request: FastifyRequest, status: number, elapsedMs: number): void {
    const labels = { method: request.method, route: request.routeOptions.url ?? "none" };
    this.#duration.observe({ ...labels, status: String(status) }, elapsedMs / 1000);
    this.#statements.inc(labels, request.statementCount.statements);
  }
}
