import type { FastifyRequest } from "fastify";
import type { Api } from "#platform/http/serve.ts";

/** Where people reach the server, without a trailing slash: as configured, else as this request was sent. */
export function publicAddress(api: Api, request: FastifyRequest): string {
  return api.baseUrl ?? `${request.protocol}://${request.host}`;
}
