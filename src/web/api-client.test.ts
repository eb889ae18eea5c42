import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { endpoint } from "#platform/http/endpoint.ts";
import { call, configureClient, queryString, urlOf } from "./api-client.ts";
import { ConnectionLost, ProblemError } from "./problem.ts";

const getThing = endpoint({
  id: "getThing",
  method: "GET",
  path: "/things/{no}",
  access: "signedIn",
  summary: "One thing",
  params: z.object({ no: z.string() }),
  result: z.object({ no: z.string() }),
});
const createThing = endpoint({
  id: "createThing",
  method: "POST",
  path: "/things",
  access: "signedIn",
  summary: "A new thing",
  body: z.object({ name: z.string() }),
  result: z.object({ no: z.string() }),
});
const changeThing = endpoint({
  id: "changeThing",
  method: "PATCH",
  path: "/things/{no}",
  access: "signedIn",
  summary: "Another thing",
  params: z.object({ no: z.string() }),
  body: z.object({ name: z.string() }),
});

interface Sent {
  readonly url: string;
  readonly request: RequestInit & { readonly headers: Headers };
}
type Answer = () => Response;

const realFetch = globalThis.fetch;
let sent: Sent[] = [];
let answers: Answer[] = [];

/** Stands in for the network: the answers are given in turn. */
beforeEach(() => {
  sent = [];
  globalThis.fetch = async (url, request) => {
    sent.push({ url: String(url), request: request as Sent["request"] });
    const answer = answers.shift();
    if (!answer) throw new TypeError("the network is away");
    return answer();
  };
});

afterEach(() => {
  globalThis.fetch = realFetch;
  configureClient({ language: () => "en", onSignedOut: () => undefined });
});

const json = (status: number, body: unknown) => () => Response.json(body, { status });

test("parameters are filled in and encoded, blanks of the query left out", () => {
  const url = urlOf(getThing, {
    params: { no: "A/1 ä" },
    query: { type: ["a", "b"], search: "", sort: null },
  });

  expect(url).toBe("/api/v1/things/A%2F1%20%C3%A4?type=a%2Cb");
  expect(queryString({})).toBe("");
});

test("a read says its language and nothing that only writes need", async () => {
  configureClient({ language: () => "fi" });
  answers = [json(200, { no: "T1" })];

  expect(await call(getThing, { params: { no: "T1" } })).toEqual({ no: "T1" });

  const { headers } = sent[0]!.request;
  expect(headers.get("Accept-Language")).toBe("fi");
  expect(headers.has("X-Rapport-CSRF")).toBe(false);
  expect(headers.has("Idempotency-Key")).toBe(false);
});

test("a creation repeats itself with the same key when the connection breaks", async () => {
  answers = [
    () => {
      throw new TypeError("dropped");
    },
    json(201, { no: "T2" }),
  ];

  expect(await call(createThing, { body: { name: "new" } })).toEqual({ no: "T2" });

  const keys = sent.map(({ request }) => request.headers.get("Idempotency-Key"));
  expect(keys).toHaveLength(2);
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
  expect(sent[0]!.request.headers.get("X-Rapport-CSRF")).toBe("1");
});

test("a change is sent once, with the version it was made on", async () => {
  answers = [];

  const attempt = call(changeThing, { params: { no: "T1" }, body: { name: "x" }, ifMatch: 7 });

  await expect(attempt).rejects.toBeInstanceOf(ConnectionLost);
  expect(sent).toHaveLength(1);
  expect(sent[0]!.request.headers.get("If-Match")).toBe('"7"');
  expect(sent[0]!.request.body).toBe('{"name":"x"}');
});

test("no content is no result", async () => {
  answers = [() => new Response(null, { status: 204 })];

  expect(await call(changeThing, { params: { no: "T1" }, body: { name: "x" } })).toBeUndefined();
});

test("a problem is thrown with its code and texts", async () => {
  answers = [
    () =>
      new Response(JSON.stringify({ code: "duplicate", detail: "The code is in use." }), {
        status: 409,
        headers: { "Content-Type": "application/problem+json" },
      }),
  ];

  await expect(call(createThing, { body: { name: "x" } })).rejects.toMatchObject({
    status: 409,
    code: "duplicate",
    message: "The code is in use.",
  });
});

test("an answer that is not ours is a problem too", async () => {
  answers = [() => new Response("<h1>Bad gateway</h1>", { status: 502 })];

  await expect(call(createThing, { body: { name: "x" } })).rejects.toBeInstanceOf(ProblemError);
});

test("being signed out is told once, and the call still fails", async () => {
  let signedOut = 0;
  configureClient({ onSignedOut: () => signedOut++ });
  answers = [json(401, { code: "unauthenticated" })];

  await expect(call(getThing, { params: { no: "T1" } })).rejects.toMatchObject({ status: 401 });
  expect(signedOut).toBe(1);
});
