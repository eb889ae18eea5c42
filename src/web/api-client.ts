import type { z } from "zod";
import type { Endpoint, Input, Output } from "#platform/http/endpoint.ts";
import { ConnectionLost, type ProblemBody, ProblemError } from "./problem.ts";

const base = "/api/v1";

type Part<Name extends string, Value> = [Value] extends [undefined]
  ? { readonly [key in Name]?: undefined }
  : Record<never, never> extends Value
    ? { readonly [key in Name]?: Value }
    : { readonly [key in Name]: Value };

type AnyEndpoint = Endpoint;
type PartOf<E extends AnyEndpoint, Name extends "params" | "query" | "body"> = Part<
  Name,
  Input<NonNullable<E[Name]>>
>;

export interface CallOptions {
  /** The `version` that was read; a stale one is answered with 412 and nothing is written. */
  readonly ifMatch?: number | undefined;
  /** Sent with every POST; drawn at random when absent. Give the same one to repeat an attempt. */
  readonly idempotencyKey?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** For endpoints that read a stream instead of JSON. */
  readonly upload?: Blob | FormData | undefined;
}

/** What a call to an endpoint needs: only the parts its contract declares, typed by its schemas. */
export type CallArgs<E extends AnyEndpoint> = PartOf<E, "params"> &
  PartOf<E, "query"> &
  PartOf<E, "body"> &
  CallOptions;

export type ResultOf<E extends AnyEndpoint> =
  NonNullable<E["result"]> extends z.core.$ZodUndefined ? undefined : Output<NonNullable<E["result"]>>;

interface ClientSettings {
  language: () => string;
  onSignedOut: () => void;
}

const settings: ClientSettings = { language: () => "en", onSignedOut: () => undefined };

/** Tells the client who listens; called once at start. */
export function configureClient(chosen: Partial<ClientSettings>): void {
  Object.assign(settings, chosen);
}

/** The query string of the API: lists by commas, blanks left out. */
export function queryString(query: Readonly<Record<string, unknown>> | undefined): string {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value === undefined || value === null || value === "") continue;
    search.set(key, Array.isArray(value) ? value.join(",") : String(value));
  }
  const text = search.toString();
  return text === "" ? "" : `?${text}`;
}

/** The address of an endpoint with its parameters filled in; also for plain download links. */
export function urlOf(
  endpoint: Pick<Endpoint, "path">,
  args: { readonly params?: unknown; readonly query?: unknown } = {},
): string {
  const params = (args.params ?? {}) as Readonly<Record<string, unknown>>;
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  return `${base}${path}${queryString(args.query as Readonly<Record<string, unknown>> | undefined)}`;
}

/** A fresh key for one attempt to create something. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/**
 * Calls an endpoint of the contract.
 * @throws ProblemError for every answer of the server that is not a success
 * @throws ConnectionLost when no answer came; a POST may be repeated with the same `idempotencyKey`
 */
export async function call<E extends AnyEndpoint>(endpoint: E, args: CallArgs<E>): Promise<ResultOf<E>> {
  const response = await answerTo(endpoint, args);
  return (response.status === 204 ? undefined : await response.json()) as ResultOf<E>;
}

/** The answer of an endpoint as it comes, for those that send a file. Throws what `call` throws. */
export async function answerTo(
  endpoint: Pick<Endpoint, "method" | "path">,
  args: CallOptions & { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown },
): Promise<Response> {
  const isRepeatable = endpoint.method === "GET" || endpoint.method === "POST";
  const request = requestOf(endpoint, args);
  const response = await fetchPatiently(urlOf(endpoint, args), request, isRepeatable ? [400, 1500] : []);
  if (response.ok) return response;
  const problem = await problemOf(response);
  if (problem.status === 401) settings.onSignedOut();
  throw problem;
}

function requestOf(
  endpoint: Pick<Endpoint, "method">,
  args: CallOptions & { readonly body?: unknown },
): RequestInit {
  const headers = new Headers({ Accept: "application/json", "Accept-Language": settings.language() });
  if (endpoint.method !== "GET") headers.set("X-Rapport-CSRF", "1");
  if (endpoint.method === "POST") headers.set("Idempotency-Key", args.idempotencyKey ?? newIdempotencyKey());
  if (args.ifMatch !== undefined) headers.set("If-Match", `"${args.ifMatch}"`);
  if (args.body !== undefined) headers.set("Content-Type", "application/json");
  const body = args.upload ?? (args.body === undefined ? null : JSON.stringify(args.body));
  return { method: endpoint.method, headers, body, signal: args.signal ?? null, credentials: "same-origin" };
}

/** Tries again after the given pauses (ms) when the connection breaks; an answer of any kind ends it. */
async function fetchPatiently(
  url: string,
  request: RequestInit,
  pausesMs: readonly number[],
): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    const [pauseMs, ...rest] = pausesMs;
    if (pauseMs === undefined) throw new ConnectionLost({ cause: error });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
    return fetchPatiently(url, request, rest);
  }
}

async function problemOf(response: Response): Promise<ProblemError> {
  const isJson = /\bjson\b/.test(response.headers.get("Content-Type") ?? "");
  const body: ProblemBody = isJson ? await response.json() : {};
  return new ProblemError(response.status, body);
}
