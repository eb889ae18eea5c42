import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Context } from "#app/database.ts";
import type { Right } from "#users/rights.rules.ts";
import type { Actor } from "../context.ts";
import { afterDeadlock } from "../db/again.ts";
import { Forbidden, Unauthenticated } from "../errors.ts";
import type { Translator } from "../i18n/translate.ts";
import type { JobFeed } from "../jobs/job-feed.ts";
import type { SecretBox } from "../secret-box.ts";
import { acceptStreams } from "./accept-streams.ts";
import type { Access, Endpoint, Output, Schema } from "./endpoint.ts";
import { answerOnce, readIdempotencyKey, type StoredAnswer } from "./idempotency.ts";
import { entityTag, readIfMatch } from "./preconditions.ts";
import { parseBody, parseParameters } from "./validation.ts";

const noParameters = z.strictObject({});

/** What a handler gets: everything already checked. */
export interface Call<P, Q, B> {
  readonly ctx: Context;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Version of the `If-Match` header, `null` without one. */
  readonly ifMatch: number | null;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** An answer that needs more than a body: another status or headers. */
export class Answer<R> {
  readonly result: R;
  readonly status: number | undefined;
  readonly headers: Record<string, string>;
  /**
   * Waits for a better answer, once what was done has been committed; that one is sent instead. A repeat of the
   * request gets the first.
   */
  readonly later: (() => Promise<Answer<R>>) | undefined;

  constructor(
    result: R,
    options: { status?: number; headers?: Record<string, string>; later?: () => Promise<Answer<R>> } = {},
  ) {
    this.result = result;
    this.status = options.status;
    this.headers = options.headers ?? {};
    this.later = options.later;
  }
}

/** What a handler returns that sends a stream itself: the reply, which is awaited until the stream has ended. */
export function sentBy(reply: FastifyReply): undefined {
  return reply as unknown as undefined;
}

/** 201 with a `Location` relative to the API's base. */
export function created<R>(result: R, location: string): Answer<R> {
  return new Answer(result, { status: 201, headers: { location: `/api/v1${location}` } });
}

type Handler<P extends Schema, Q extends Schema, B extends Schema, R extends Schema> = (
  call: Call<Output<P>, Output<Q>, Output<B>>,
) => Promise<Output<R> | Answer<Output<R>> | undefined>;

/** What the server needs to serve endpoints; made once by `app/`. */
export interface Api {
  readonly server: FastifyInstance;
  /** Every endpoint served so far, in order: OpenAPI is printed from it. */
  readonly endpoints: Endpoint[];
  readonly secretBox: SecretBox;
  readonly translate: Translator;
  /** How jobs get on; for endpoints whose work outlasts the request. */
  readonly jobs: JobFeed;
  /** Where people reach the server, without a trailing slash; `null` = under the request's own host. */
  readonly baseUrl: string | null;
  authenticate(request: FastifyRequest): Promise<Actor | null>;
  contextFor(request: FastifyRequest, actor: Actor | null): Context;
}

/** Makes an endpoint of the contract answer: access, validation, idempotency and headers are handled here. */
export function serve<P extends Schema, Q extends Schema, B extends Schema, R extends Schema>(
  api: Api,
  endpoint: Endpoint<P, Q, B, R>,
  handler: Handler<P, Q, B, R>,
): void {
  api.endpoints.push(endpoint as unknown as Endpoint);
  if (endpoint.consumes) acceptStreams(api.server, endpoint.consumes);
  api.server.route({
    method: endpoint.method,
    url: `/api/v1${endpoint.path.replace(/\{(\w+)\}/g, ":$1")}`,
    config: { endpoint: endpoint as unknown as Endpoint },
    handler: async (request, reply) => {
      const actor = await api.authenticate(request);
      requireAccess(endpoint.access, actor);
      const ctx = api.contextFor(request, actor);
      const call = {
        params: (endpoint.params ? parseParameters(endpoint.params, request.params) : undefined) as Output<P>,
        query: parseQuery(endpoint, request) as Output<Q>,
        body: (endpoint.body ? parseBody(endpoint.body, request.body ?? undefined) : undefined) as Output<B>,
        ifMatch: readIfMatch(request.headers["if-match"]),
        request,
        reply,
      };
      const isRepeatable = endpoint.method === "POST" && endpoint.isRepeatable !== false;
      const key = isRepeatable ? readIdempotencyKey(header(request, "idempotency-key")) : null;
      const isStream = endpoint.produces || wantsInstead(request, endpoint) !== null;
      if (isStream || reply.sent) return handler({ ...call, ctx });

      // Setting and taking away come to the same when they are done again; what has been read of a stream is gone.
      const isHarmlessTwice = endpoint.method !== "POST" && !endpoint.consumes;
      let outcome: unknown;
      const answered = async (tx: Context) => {
        outcome = await handler({ ...call, ctx: tx });
        return toStored(endpoint, outcome);
      };
      const first = key
        ? await answerOnce(
            ctx,
            {
              key,
              fingerprint: `${request.method} ${request.url}\n${endpoint.consumes ? "" : JSON.stringify(request.body ?? null)}`,
              path: decodeURIComponent(request.url.split("?")[0]!),
              secretBox: endpoint.isSecret ? api.secretBox : null,
            },
            answered,
          )
        : await (isHarmlessTwice ? afterDeadlock(() => answered(ctx)) : answered(ctx));
      const later = outcome instanceof Answer ? outcome.later : undefined;
      const answer = later ? toStored(endpoint, await later()) : first;
      if (reply.sent) return reply;
      reply.code(answer.status).headers(answer.headers);
      if (answer.body === "") return reply.send();
      return reply.header("content-type", "application/json; charset=utf-8").send(answer.body);
    },
  });
}

/** Which of an endpoint's `insteadOfJson` the caller would rather have; `null`: JSON. */
export function wantsInstead(
  request: FastifyRequest,
  { insteadOfJson = [] }: Pick<Endpoint, "insteadOfJson">,
): string | null {
  const [first = ""] = (request.headers.accept ?? "").split(/[,;]/, 1);
  return insteadOfJson.find((type) => type === first.trim().toLowerCase()) ?? null;
}

function requireAccess(access: Access, actor: Actor | null): void {
  if (access === "public") return;
  if (!actor) throw new Unauthenticated("unauthenticated");
  if (access !== "signedIn" && !actor.rights.has(access)) throw new Forbidden("forbidden", { right: access });
}

/** Refuses unless the actor has the right; for decisions that depend on the request. */
export function requireRight(actor: Actor, right: Right): void {
  if (!actor.rights.has(right)) throw new Forbidden("forbidden", { right });
}

function parseQuery(endpoint: { query?: Schema }, request: FastifyRequest): unknown {
  const query = request.query as Record<string, unknown>;
  if (endpoint.query) return parseParameters(endpoint.query, query);
  return parseParameters(noParameters, query);
}

function toStored(endpoint: { status?: number; result?: Schema }, outcome: unknown): StoredAnswer {
  const answer = outcome instanceof Answer ? outcome : new Answer(outcome);
  const status = answer.status ?? endpoint.status ?? (answer.result === undefined ? 204 : 200);
  const version = (answer.result as { version?: unknown } | null | undefined)?.version;
  const tag: Record<string, string> = typeof version === "number" ? { etag: entityTag(version) } : {};
  return {
    status,
    headers: { ...tag, ...answer.headers },
    body: answer.result === undefined ? "" : JSON.stringify(answer.result),
  };
}

function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}
