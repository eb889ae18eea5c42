import type { Random } from "../random.ts";
import * as nasty from "./nasty.ts";
import { type OpenApiDocument, type Operation, operationsOf } from "./openapi-document.ts";
import { Sampler } from "./sampler.ts";

export interface MalformedRequest {
  readonly operation: Operation;
  /** What is wrong with it. */
  readonly faults: readonly string[];
  /** As it goes over the wire. */
  readonly bytes: Buffer;
  /** The language it asks for, where it asks for one in earnest. */
  readonly language: "en" | "fi" | null;
}

interface Draft {
  readonly operation: Operation;
  segments: string[];
  query: string[];
  headers: string[];
  mediaType: string | null;
  body: Buffer | null;
  language: "en" | "fi" | null;
  isFramed: boolean;
}

/** Values that exist. */
export interface Known {
  /** Of path parameters, by the path up to them: `/api/v1/contacts/{no}` → `CT000001`. */
  readonly keys: ReadonlyMap<string, string>;
  /** Of fields that name other records. */
  readonly references: Readonly<Record<string, string>>;
}

type Fault = (draft: Draft) => string | null;

const UNKNOWN_PARAMETERS = ["unknown", "", "limit[]", "__proto__", "%00"];
const STANDS_IN = '"@nasty@"';

/** An endless, repeatable stream of requests that are nearly right: each has one or two faults. */
export class MalformedRequests {
  readonly #operations: readonly Operation[];
  readonly #random: Random;
  readonly #known: Known;
  readonly #sampler: Sampler;
  readonly #token: string;

  constructor(document: OpenApiDocument, random: Random, known: Known, token: string) {
    // Those that take a body have the most to get wrong.
    this.#operations = operationsOf(document).flatMap((operation) =>
      operation.body || operation.streams.length > 0 ? [operation, operation, operation] : [operation],
    );
    this.#random = random;
    this.#known = known;
    this.#sampler = new Sampler(document.components.schemas, random, known.references);
    this.#token = token;
  }

  next(): MalformedRequest {
    const draft = this.#validDraft(this.#random.pick(this.#operations));
    const faults: string[] = [];
    for (let wanted = this.#random.chance(0.3) ? 2 : 1; faults.length < wanted; ) {
      const fault = this.#random.pick(this.#faults)(draft);
      if (fault) faults.push(fault);
    }
    return { operation: draft.operation, faults, bytes: write(draft), language: draft.language };
  }

  /** A request as it should be, as far as the document tells. */
  #validDraft(operation: Operation): Draft {
    const segments = operation.path.split("/").slice(1);
    const language = this.#random.pick(["en", "fi"] as const);
    const body = operation.body ? Buffer.from(JSON.stringify(this.#sampler.sample(operation.body))) : null;
    return {
      operation,
      segments: segments.map((segment, index) =>
        segment.startsWith("{") ? this.#knownKey(segments.slice(0, index + 1)) : segment,
      ),
      query: operation.query
        .filter(() => this.#random.chance(0.15))
        .map(
          ({ name, schema }) => `${name}=${encodeURIComponent(String(this.#sampler.sample(schema, name)))}`,
        ),
      headers: [`authorization: Bearer ${this.#token}`, `accept-language: ${language}`],
      mediaType: operation.body ? "application/json" : (operation.streams[0] ?? null),
      body: operation.streams.length > 0 ? Buffer.from("Name\nSatu Esimerkki\n") : body,
      language,
      isFramed: true,
    };
  }

  #knownKey(path: readonly string[]): string {
    const name = path.at(-1)!.slice(1, -1);
    return this.#known.keys.get(`/${path.join("/")}`) ?? this.#known.references[name] ?? "7";
  }

  readonly #faults: readonly Fault[] = [
    (draft) => this.#breakPath(draft),
    (draft) => this.#breakQuery(draft),
    (draft) => this.#breakQuery(draft),
    (draft) => this.#breakCursor(draft),
    (draft) => this.#repeatParameter(draft),
    (draft) => this.#breakHeader(draft),
    (draft) => this.#breakFraming(draft),
    (draft) => this.#breakMediaType(draft),
    (draft) => this.#breakWholeBody(draft),
    (draft) => this.#truncateBody(draft),
    (draft) => this.#breakBytes(draft),
    // The richest of all, hence three times.
    (draft) => this.#breakField(draft),
    (draft) => this.#breakField(draft),
    (draft) => this.#breakField(draft),
  ];

  #breakPath(draft: Draft): string | null {
    const places = draft.operation.path
      .split("/")
      .slice(1)
      .flatMap((segment, index) => (segment.startsWith("{") ? [index] : []));
    if (places.length === 0) return null;
    const value = this.#random.pick(nasty.nastySegments);
    draft.segments[this.#random.pick(places)] = value;
    return `path: ${shorten(value)}`;
  }

  #breakQuery(draft: Draft): string {
    const known = draft.operation.query.map(({ name }) => name);
    const name = this.#random.pick(this.#random.chance(0.8) && known.length > 0 ? known : UNKNOWN_PARAMETERS);
    const parameter = `${name}=${this.#random.pick(nasty.nastyQueryValues)}`;
    draft.query = [...draft.query.filter((other) => !other.startsWith(`${name}=`)), parameter];
    return `query: ${shorten(parameter)}`;
  }

  #breakCursor(draft: Draft): string | null {
    if (!draft.operation.query.some(({ name }) => name === "cursor")) return null;
    const inside = this.#random.pick(nasty.nastyCursors);
    draft.query.push(`cursor=${Buffer.from(inside).toString("base64url")}`);
    const sort = /"(-?[a-zA-Z]+)"/.exec(inside)?.[1];
    if (sort && !draft.query.some((parameter) => parameter.startsWith("sort=")))
      draft.query.push(`sort=${sort}`);
    return `cursor: ${inside}`;
  }

  #repeatParameter(draft: Draft): string | null {
    const parameter = this.#random.pick(draft.operation.query.length > 0 ? draft.operation.query : [null]);
    if (!parameter) return null;
    const value = encodeURIComponent(String(this.#sampler.sample(parameter.schema, parameter.name)));
    draft.query.push(`${parameter.name}=${value}`, `${parameter.name}=${value}`);
    return `twice: ${parameter.name}`;
  }

  #breakHeader(draft: Draft): string {
    const header = this.#random.pick(nasty.nastyHeaders);
    if (header.startsWith("accept-language")) {
      draft.headers = draft.headers.filter((line) => !line.startsWith("accept-language"));
      draft.language = null;
    }
    draft.headers.push(header);
    return `header: ${shorten(header)}`;
  }

  /** Rare, because most of what could be wrong besides is never looked at then. */
  #breakFraming(draft: Draft): string | null {
    if (!this.#random.chance(0.3)) return null;
    const header = this.#random.pick(nasty.unreadableHeaders);
    draft.headers.push(header);
    draft.isFramed = false;
    draft.language = null;
    return `framing: ${shorten(header)}`;
  }

  #breakMediaType(draft: Draft): string | null {
    if (!draft.body) return null;
    draft.mediaType = this.#random.chance(0.1) ? null : this.#random.pick(nasty.nastyMediaTypes);
    return `media type: ${shorten(String(draft.mediaType))}`;
  }

  #breakWholeBody(draft: Draft): string | null {
    if (draft.operation.streams.length > 0) {
      draft.body = this.#random.pick(nasty.nastyFiles);
      draft.mediaType = this.#random.pick(draft.operation.streams);
      return `file: ${shorten(draft.body.toString("latin1"))}`;
    }
    // One that takes none may get one all the same.
    if (!draft.operation.body && this.#random.chance(0.7)) return null;
    const body = this.#random.pick(nasty.nastyBodies);
    draft.body = Buffer.from(body);
    draft.mediaType ??= "application/json";
    return `body: ${shorten(body)}`;
  }

  #truncateBody(draft: Draft): string | null {
    if (!draft.operation.body || !draft.body || draft.body.length < 2) return null;
    draft.body = draft.body.subarray(0, this.#random.integer(1, draft.body.length - 1));
    return "truncated";
  }

  #breakBytes(draft: Draft): string | null {
    if (!draft.operation.body || !draft.body) return null;
    const at = this.#random.integer(0, draft.body.length);
    const junk = this.#random.pick(["\xff", "\xc0\xaf", "\xed\xa0\x80", "\x00", "\xef\xbb\xbf"]);
    draft.body = Buffer.concat([
      draft.body.subarray(0, at),
      Buffer.from(junk, "latin1"),
      draft.body.subarray(at),
    ]);
    return `bytes: ${junk}`;
  }

  /** Puts something else where a value stands, adds a field, or leaves one out. */
  #breakField(draft: Draft): string | null {
    if (!draft.operation.body) return null;
    const body = this.#sampler.sample(draft.operation.body);
    const places = placesIn(body);
    if (places.length === 0) return null;
    const { holder, key } = this.#random.pick(places);
    const what = this.#random.pick(nasty.nastyJson);
    const isLeftOut = this.#random.chance(0.1);
    if (isLeftOut) delete holder[key];
    else holder[this.#random.chance(0.1) ? "unknownField" : key] = "@nasty@";
    draft.body = Buffer.from(JSON.stringify(body).replace(STANDS_IN, () => what));
    return isLeftOut ? `without ${key}` : `${key}: ${shorten(what)}`;
  }
}

/** Every field and item of a JSON value. */
function placesIn(value: unknown): { holder: Record<string, unknown>; key: string }[] {
  if (typeof value !== "object" || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

function write(draft: Draft): Buffer {
  const { operation, segments, query, headers, mediaType, body, isFramed } = draft;
  const target = `/${segments.join("/")}${query.length > 0 ? `?${query.join("&")}` : ""}`;
  const lines = [
    `${operation.method} ${target} HTTP/1.1`,
    "host: rapport.example",
    "connection: close",
    ...headers,
    ...(mediaType && body ? [`content-type: ${mediaType}`] : []),
    ...(body && isFramed ? [`content-length: ${body.length}`] : []),
    "\r\n",
  ];
  const head = Buffer.from(lines.join("\r\n"), "latin1");
  return body ? Buffer.concat([head, body]) : head;
}

function shorten(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}… (${text.length})` : text);
}
