import { Readable } from "node:stream";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Context } from "#app/database.ts";
import type { Actor } from "#platform/context.ts";
import { toAppError, toProblem } from "#platform/http/problems.ts";
import { type Api, requireRight } from "#platform/http/serve.ts";
import { authenticateProgram } from "#users/index.ts";
import { cardTag, davRoot, type Place, placeOf } from "./address-book.rules.ts";
import { cardsOf } from "./cards.ts";
import { DavError } from "./dav-error.ts";
import { findMembers } from "./members.queries.ts";
import { multistatus } from "./multistatus.ts";
import { cardType, type Reader } from "./properties.ts";
import { answerPropfind } from "./propfind.ts";
import { readPropfind, readReport } from "./read-requests.ts";
import { answerReport } from "./reports.ts";
import { declarations, tag, type Xml, xmlStart } from "./xml.rules.ts";

export interface AddressBookConfig {
  /** Absolute: `RAPPORT_DATA`. */
  readonly dataFolder: string;
}

/** Bytes: a client that asks for all cards of a large book by their addresses sends some megabytes. */
const bodyLimit = 8_000_000;

const reading = ["OPTIONS", "GET", "HEAD", "PROPFIND", "REPORT"] as const;
const writing = [
  "PUT",
  "POST",
  "PATCH",
  "DELETE",
  "PROPPATCH",
  "MKCOL",
  "MKCALENDAR",
  "COPY",
  "MOVE",
  "LOCK",
  "UNLOCK",
  "ACL",
] as const;
const withBody: ReadonlySet<string> = new Set([
  "PROPFIND",
  "REPORT",
  "PROPPATCH",
  "MKCOL",
  "MKCALENDAR",
  "LOCK",
  "ACL",
]);
const known: ReadonlySet<string> = new Set(["OPTIONS", "GET", "HEAD", "PUT", "POST", "PATCH", "DELETE"]);

/**
 * The address book for telephones and mail programs: CardDAV (RFC 6352) with synchronisation (RFC 6578), to be read
 * only (contacts §9, B11). Its requests and answers are XML by standards of their own, so they stand beside the
 * contract: every request takes a token with `contacts.read`; who is in the book says `members.queries.ts`.
 */
export function serveAddressBook(api: Api, config: AddressBookConfig): void {
  for (const method of [...reading, ...writing])
    if (!known.has(method)) api.server.addHttpMethod(method, { hasBody: withBody.has(method) });

  api.server.route({
    method: [...reading.filter((method) => method !== "HEAD"), "POST"],
    url: "/.well-known/carddav",
    handler: (_request, reply) => reply.redirect(davRoot, 301),
  });
  // A context of its own: bodies, errors and who is asking are read otherwise than in the API.
  api.server.register(async (dav) => {
    const callers = new WeakMap<FastifyRequest, Context>();
    readBodiesAsTexts(dav);
    dav.setErrorHandler((thrown, request, reply) => sendError(api, thrown, request, reply));
    // Before a body is read.
    dav.addHook("onRequest", async (request) => {
      const actor = await authenticateProgram(api.contextFor(request, null), request);
      requireRight(actor, "contacts.read");
      callers.set(request, api.contextFor(request, actor));
    });
    for (const url of ["/dav", "/dav/*"])
      dav.route({
        method: [...reading.filter((method) => method !== "HEAD"), ...writing],
        url,
        bodyLimit,
        handler: (request, reply) => answer(api, config, callers.get(request)!, request, reply),
      });
  });
}

function readBodiesAsTexts(dav: FastifyInstance): void {
  dav.removeAllContentTypeParsers();
  dav.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));
}

async function answer(
  api: Api,
  config: AddressBookConfig,
  ctx: Context,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  reply.header("dav", "1, 3, access-control, addressbook").header("cache-control", "private, no-cache");
  const { method } = request;
  if (method === "OPTIONS") return reply.header("allow", reading.join(", ")).code(200).send();
  if ((writing as readonly string[]).includes(method))
    throw new DavError(403, "dav_read_only", "D:need-privileges");
  const reader = readerOf(api, ctx);
  const place = findPlace(request, reader);
  const body = typeof request.body === "string" ? request.body : "";
  switch (method) {
    case "PROPFIND":
      return sendPages(reply, answerPropfind(ctx, place, depthOf(request), readPropfind(body), reader), []);
    case "REPORT": {
      const report = readReport(body);
      if (place.kind !== "book") throw new DavError(403, "dav_report_unknown", "D:supported-report");
      const sources = { ctx, dataFolder: config.dataFolder, reader };
      const { pages, end } = await answerReport(sources, report);
      return sendPages(reply, pages, end);
    }
    default:
      return sendCard(ctx, config, place, request, reply);
  }
}

/** @throws DavError 404 `dav_not_found`; the place of somebody else is none */
function findPlace(request: FastifyRequest, reader: Reader): Place {
  const place = placeOf(decodedPath(request.url));
  const isOthers = place?.kind === "principal" && place.name !== reader.principal;
  if (!place || isOthers) throw new DavError(404, "dav_not_found");
  return place;
}

function decodedPath(url: string): string {
  try {
    return decodeURIComponent(url.split("?", 1)[0]!);
  } catch {
    throw new DavError(404, "dav_not_found");
  }
}

function readerOf(api: Api, { actor, language }: Context): Reader {
  return {
    principal: principalOf(actor),
    fullName: actor.fullName ?? actor.name,
    bookName: api.translate(language, "addressBook.names.book"),
  };
}

/** Names would change. */
function principalOf({ userId, tokenId }: Actor): string {
  return userId === null ? `token-${tokenId}` : `user-${userId}`;
}

function depthOf(request: FastifyRequest): 0 | 1 {
  const { depth = "infinity" } = request.headers;
  if (depth === "0") return 0;
  if (depth === "1") return 1;
  throw new DavError(403, "dav_depth", "D:propfind-finite-depth");
}

/** Begins only when the first page is there: what is wrong with the request shows before the answer begins. */
async function sendPages(
  reply: FastifyReply,
  pages: AsyncIterable<readonly Xml[]>,
  end: readonly Xml[],
): Promise<FastifyReply> {
  const texts = multistatus(pages, end);
  const start = await texts.next();
  const first = await texts.next();
  async function* all() {
    yield start.value as string;
    if (!first.done) yield first.value;
    yield* texts;
  }
  return reply
    .code(207)
    .header("content-type", "application/xml; charset=utf-8")
    .send(Readable.from(all(), { objectMode: false }));
}

async function sendCard(
  ctx: Context,
  { dataFolder }: AddressBookConfig,
  place: Place,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  if (place.kind !== "card") {
    reply.header("allow", "OPTIONS, PROPFIND, REPORT");
    throw new DavError(405, "dav_no_content");
  }
  const member = (await findMembers(ctx.db, [place.contactId])).get(place.contactId);
  if (!member) throw new DavError(404, "dav_not_found");
  const tagOfCard = cardTag(member);
  reply.header("etag", tagOfCard).header("vary", "Accept, Authorization");
  const seen = request.headers["if-none-match"]?.split(",").map((known) => known.trim().replace(/^W\//, ""));
  if (seen?.includes(tagOfCard)) return reply.code(304).send();
  const version = /text\/vcard\s*;[^,]*version="?4\.0/i.test(request.headers.accept ?? "") ? "4.0" : "3.0";
  for await (const [found] of cardsOf(ctx, dataFolder, [member], version))
    return reply.header("content-type", cardType).send(found!.card);
  throw new DavError(404, "dav_not_found");
}

/** An error as the protocols have it, with the words of the API. */
function sendError(api: Api, thrown: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const error = toAppError(thrown, {});
  const { language } = api.contextFor(request, null);
  const problem = toProblem(error, language, api.translate);
  if (problem.status >= 500)
    request.log.error({ err: error instanceof Error ? (error.cause ?? error) : error }, "request failed");
  if (problem.status === 401)
    reply.header("www-authenticate", ['Basic realm="Rapport", charset="UTF-8"', 'Bearer realm="Rapport"']);
  const retryAfter = problem.values?.retryAfterSeconds;
  if (problem.status === 429 && typeof retryAfter === "number") reply.header("retry-after", retryAfter);
  if (problem.status === 503) reply.header("retry-after", 5);
  const isForbidden = problem.code === "forbidden";
  const condition = error instanceof DavError ? error.condition : isForbidden ? "D:need-privileges" : null;
  const content = [
    ...(condition === null ? [] : [tag(condition)]),
    tag("D:responsedescription", problem.detail),
  ];
  return reply
    .code(problem.status)
    .header("content-type", "application/xml; charset=utf-8")
    .send(`${xmlStart}<D:error${declarations}>${content.map(({ text }) => text).join("")}</D:error>`);
}
