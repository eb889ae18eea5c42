import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from "fastify";
import type { Db } from "#app/database.ts";
import { anonymousActor, type Language } from "../context.ts";
import type { KeyAllocator } from "../db/number-blocks.ts";
import { countingStatements, type StatementCount } from "../db/statistics.ts";
import { type AppError, Forbidden, Malformed, NotFound } from "../errors.ts";
import { preferredLanguage, type Translator } from "../i18n/translate.ts";
import { JobFeed } from "../jobs/job-feed.ts";
import type { SecretBox } from "../secret-box.ts";
import type { Endpoint } from "./endpoint.ts";
import { HttpMetrics } from "./metrics.ts";
import { type ConstraintErrors, toAppError, toProblem } from "./problems.ts";
import type { Api } from "./serve.ts";
import { answerUnreadable, ignoreExpectations, refuseUnknownEncoding } from "./unreadable-requests.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    endpoint?: Endpoint;
  }
  interface FastifyRequest {
    statementCount: StatementCount;
    language: Language | null;
  }
}

export interface ServerOptions {
  readonly db: Db;
  readonly keys: KeyAllocator;
  readonly translate: Translator;
  readonly constraints: ConstraintErrors;
  readonly secretBox: SecretBox;
  readonly authenticate: Api["authenticate"];
  /** Of the organisation; may change while the program runs. */
  readonly timeZone: () => string;
  /** Public address, for the same-origin check; `null` = the request's own host. */
  readonly baseUrl: string | null;
  readonly bodyLimitBytes: number;
  readonly trustProxy: boolean;
  readonly logLevel: string;
  readonly now?: () => Date;
}

/** A Fastify server with everything that every endpoint shares; routes are added through `serve`. */
export async function createServer(options: ServerOptions): Promise<Api & { metrics: HttpMetrics }> {
  const server = Fastify({
    bodyLimit: options.bodyLimitBytes,
    trustProxy: options.trustProxy,
    forceCloseConnections: "idle",
    genReqId: (request) => acceptableId(request.headers["x-request-id"]) ?? randomUUID(),
    routerOptions: { maxParamLength: 300, ignoreTrailingSlash: true },
    logger: {
      level: options.logLevel,
      // Beside the result of a command, which is stdout's.
      stream: process.stderr,
      serializers: {
        req: (request) => ({ method: request.method, url: request.url?.split("?")[0] ?? "" }),
        err: serializeError,
      },
      redact: ["req.headers.authorization", "req.headers.cookie"],
    },
    logController: new LogController({ disableRequestLogging: true }),
    // A connection may rest longer than proxies let it (60 s), so that they never write into a closed one; a whole
    // request, an upload over a slow line included, has to arrive in ten minutes.
    keepAliveTimeout: 72_000,
    requestTimeout: 600_000,
    http: { headersTimeout: 20_000 },
    clientErrorHandler: answerUnreadable(options.translate),
    // An address that cannot be decoded gets no further than here.
    frameworkErrors: (_error, request, reply) => {
      reply.header("x-request-id", request.id);
      sendProblem(
        reply,
        new Malformed("malformed"),
        preferredLanguage(request.headers["accept-language"]) ?? "en",
      );
    },
  });
  ignoreExpectations(server.server);
  const metrics = new HttpMetrics();
  const jobs = new JobFeed(options.db);
  // Streams and waiting requests would keep the server from closing.
  server.addHook("preClose", async () => jobs.close());
  await server.register(cookie);
  await server.register(helmet, {
    contentSecurityPolicy: { directives: contentPolicy },
    strictTransportSecurity: options.baseUrl?.startsWith("https:") ?? false,
  });

  // JSON merge patch has its own media type and is JSON all the same; an empty body is no body.
  server.removeContentTypeParser(["application/json", "text/plain"]);
  server.addContentTypeParser(
    ["application/json", "application/merge-patch+json"],
    { parseAs: "string" },
    (_request, body, done) => {
      if (body === "") return done(null, undefined);
      server.getDefaultJsonParser("error", "ignore")(_request, body as string, done);
    },
  );

  server.decorateRequest("statementCount", null as unknown as StatementCount);
  server.decorateRequest("language", null);
  server.addHook("onRequest", (request, reply, done) => {
    request.statementCount = { statements: 0 };
    reply.header("x-request-id", request.id);
    refuseUnknownEncoding(request);
    refuseForeignWrites(request, options.baseUrl);
    countingStatements(request.statementCount, done);
  });
  server.addHook("onResponse", async (request, reply) => {
    metrics.observe(request, reply.statusCode, reply.elapsedTime);
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
        statements: request.statementCount.statements,
      },
      "request",
    );
  });
  server.setErrorHandler((thrown, request, reply) => {
    const error = toAppError(thrown, options.constraints);
    const problem = toProblem(error, languageOf(request), options.translate);
    if (problem.status >= 500)
      request.log.error({ err: error instanceof Error ? (error.cause ?? error) : error }, "request failed");
    if (problem.status === 401) reply.header("www-authenticate", 'Bearer realm="Rapport"');
    const retryAfter = problem.values?.retryAfterSeconds;
    if (problem.status === 429 && typeof retryAfter === "number") reply.header("retry-after", retryAfter);
    if (problem.status === 503) reply.header("retry-after", 5);
    return reply
      .code(problem.status)
      .header("content-type", "application/problem+json; charset=utf-8")
      .send(JSON.stringify(problem));
  });
  server.setNotFoundHandler((request, reply) =>
    sendProblem(reply, new NotFound("path_not_found"), languageOf(request)),
  );

  function sendProblem(reply: FastifyReply, error: AppError, language: Language): FastifyReply {
    return reply
      .code(error.status)
      .header("content-type", "application/problem+json; charset=utf-8")
      .send(JSON.stringify(toProblem(error, language, options.translate)));
  }

  return {
    server,
    endpoints: [],
    metrics,
    secretBox: options.secretBox,
    translate: options.translate,
    jobs,
    baseUrl: options.baseUrl,
    authenticate: options.authenticate,
    contextFor: (request, actor) => ({
      db: options.db,
      actor: actor ?? anonymousActor,
      language: languageOf(request),
      now: options.now?.() ?? new Date(),
      timeZone: options.timeZone(),
      requestId: request.id,
      keys: options.keys,
    }),
  };
}

const contentPolicy = {
  "default-src": ["'self'"],
  "base-uri": ["'self'"],
  "form-action": ["'self'"],
  "frame-ancestors": ["'none'"],
  "img-src": ["'self'", "data:", "blob:"],
  "object-src": ["'none'"],
  "script-src": ["'self'"],
  // The component kit sets style attributes.
  "style-src": ["'self'", "'unsafe-inline'"],
  "upgrade-insecure-requests": null,
};

/** The user's language (set by authentication), else the browser's, else English. */
function languageOf(request: FastifyRequest): Language {
  return request.language ?? preferredLanguage(request.headers["accept-language"]) ?? "en";
}

/**
 * A browser sends its cookie along from any page. A write is accepted only from our own pages (signing in too, so
 * that nobody is signed in as somebody else), and with a cookie only beside a header that a foreign page cannot set
 * without asking first. Tokens are sent by programs on purpose and need neither.
 */
function refuseForeignWrites(request: FastifyRequest, baseUrl: string | null): void {
  const isWrite = !["GET", "HEAD", "OPTIONS"].includes(request.method);
  if (!isWrite || request.headers.authorization) return;
  const origin = request.headers.origin;
  const ownOrigins = [baseUrl && new URL(baseUrl).origin, `${request.protocol}://${request.host}`];
  const isForeign = origin !== undefined && !ownOrigins.includes(origin);
  const lacksHeader = request.headers.cookie !== undefined && request.headers["x-rapport-csrf"] !== "1";
  if (isForeign || lacksHeader) throw new Forbidden("csrf_rejected");
}

/** What tells about an error; those of the database driver carry the whole connection along. */
function serializeError(error: Error & { code?: unknown }) {
  const { name: type, message, stack = "", code } = error;
  return { type, message, stack, ...(code !== undefined && { code }) };
}

function acceptableId(header: string | string[] | undefined): string | null {
  return typeof header === "string" && /^[\w.-]{8,64}$/.test(header) ? header : null;
}

export type { FastifyInstance };
