import { sql } from "kysely";
import type { Db } from "#app/database.ts";
import type { HttpMetrics } from "#platform/http/metrics.ts";
import { printOpenApi } from "#platform/http/openapi.ts";
import type { Api } from "#platform/http/serve.ts";
import { docsPage } from "./docs/docs-page.ts";
import type { OpenApi } from "./docs/open-api.ts";

/** Health, readiness, metrics, the OpenAPI document and its readable twin: outside the versioned contract. */
export function serveOperations(
  api: Api,
  {
    db,
    metrics,
    version,
    isStopping,
  }: { db: Db; metrics: HttpMetrics; version: string; isStopping: () => boolean },
): void {
  api.server.get("/healthz", async () => ({ status: "ok" }));
  api.server.get("/readyz", async (_request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: "stopping" });
    try {
      await sql`select 1 from company_information`.execute(db);
      return { status: "ready" };
    } catch {
      return reply.code(503).send({ status: "database unavailable" });
    }
  });
  api.server.get("/metrics", async (_request, reply) =>
    reply.header("content-type", metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  let document: string | null = null;
  api.server.get("/api/openapi.json", async (_request, reply) => {
    document ??= JSON.stringify(printOpenApi(api.endpoints, { version }));
    return reply.header("content-type", "application/json; charset=utf-8").send(document);
  });
  let page: string | null = null;
  api.server.get("/api/docs", async (_request, reply) => {
    page ??= docsPage(printOpenApi(api.endpoints, { version }) as unknown as OpenApi);
    return reply.header("content-type", "text/html; charset=utf-8").send(page);
  });
}
