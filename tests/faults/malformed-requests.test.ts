import { readdirSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { afterAll, expect, test } from "vitest";
import { platformTexts as english } from "#platform/texts.en.ts";
import { platformTexts as finnish } from "#platform/texts.fi.ts";
import { Client } from "../support/client.ts";
import { connectOwner, countOf } from "../support/database.ts";
import { runImport, uploadPeople } from "../support/import-file.ts";
import { Installation } from "../support/installation.ts";
import {
  type Known,
  type MalformedRequest,
  MalformedRequests,
} from "../support/malformed/malformed-requests.ts";
import { type OpenApiDocument, operationsOf } from "../support/malformed/openapi-document.ts";
import { Sampler } from "../support/malformed/sampler.ts";
import { Random } from "../support/random.ts";
import { type RawAnswer, sendRaw } from "../support/raw-http.ts";
import { foundSmallCompany } from "../support/small-company.ts";
import { changedTables, watchTables } from "../support/table-state.ts";
import { until } from "../support/until.ts";

const REQUESTS = 2_000;
const SEED = Number(process.env.RAPPORT_TEST_SEED ?? 20_261_123);

const installation = new Installation();
let owner: pg.Client | undefined;
afterAll(async () => {
  await owner?.end();
  await installation.remove();
});

test(`${REQUESTS} malformed requests are refused in plain words and write nothing (seed ${SEED})`, async () => {
  const server = await installation.start({ RAPPORT_LOG_LEVEL: "error" });
  const token = await installation.adminToken();
  const api = new Client(server.url, token);
  const document = (await (await fetch(`${server.url}/api/openapi.json`)).json()) as OpenApiDocument;
  const known = await fill(api, document);
  owner = await connectOwner(installation.databaseUrl());
  const stateOf = await watchTables(owner);
  const requests = new MalformedRequests(document, new Random(SEED), known, token);

  const complaints: string[] = [];
  let valid = 0;
  let state = await stateOf();
  for (let index = 0; index < REQUESTS; index += 1) {
    const request = requests.next();
    const answer = await sendRaw(server.url, request.bytes);
    const wrong = answer.status < 400 ? [] : wrongWith(answer, request);
    if (answer.status >= 500) wrong.push(lastError(server.stderr()));
    if (answer.status < 400) valid += 1;
    // Also what the request has set in motion is its own writing.
    if (answer.status < 400) await endOfJobs(owner);
    // Who took which list along stands in the audit trail.
    const isRead = request.operation.method === "GET" && !request.operation.path.includes("/exports/");
    const mayWrite = answer.status < 400 && !isRead;
    const now = await stateOf();
    const changed = changedTables(state, now);
    if (changed.length > 0 && !mayWrite) wrong.push(`wrote to ${changed.join(", ")}`);
    state = now;
    if (wrong.length > 0) complaints.push(describe(index, request, answer, wrong));
  }

  expect(complaints.join("\n\n")).toBe("");
  // Most of them are wrong indeed, and some are right although they look odd.
  expect(valid).toBeGreaterThan(0);
  expect(valid).toBeLessThan(REQUESTS / 3);
  expect((await api.get("/roles")).status).toBe(200);
  const files = path.join(installation.dataFolder, "files/imports");
  expect(readdirSync(files)).toHaveLength(await countOf(owner, "imports"));
  const doctor = await installation.run(["doctor"]);
  expect([doctor.code, doctor.stdout]).toEqual([0, expect.not.stringContaining("FAIL")]);
  await server.stop();
});

/** At least one record of everything that can be created, and what names them. */
async function fill(api: Client, document: OpenApiDocument): Promise<Known> {
  const [call] = await foundSmallCompany(api, 3);
  const references = {
    ...call!,
    companyNo: call!.contactNo,
    interactionGroupCode: "CALLS",
    contactNos: "CONT",
  };
  for (const index of [1, 2, 3])
    await api.create("/interactions", { ...call, description: `Call ${index}`, comments: ["Remark"] });
  await api.create("/tokens", { name: "To be revoked", role: "viewer" });
  await runImport(api, await uploadPeople(api, 3));
  await uploadPeople(api, 2);
  const sampler = new Sampler(document.components.schemas, new Random(SEED), references);
  const operations = operationsOf(document);
  for (const { method, path: place, body } of operations) {
    if (method !== "POST" || !body || place.includes("{")) continue;
    for (let attempt = 0; attempt < 2; attempt += 1) await api.post(place.slice(7), sampler.sample(body));
  }
  return { keys: await keysOf(api, operations), references };
}

/** A key that exists for every path parameter behind a list. */
async function keysOf(
  api: Client,
  operations: ReturnType<typeof operationsOf>,
): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const { path: place } of operations.filter(({ method }) => method === "GET")) {
    const [, list, name] = /^(.*)\/\{(\w+)\}$/.exec(place) ?? [];
    if (!list || !name || keys.has(place) || list.includes("{")) continue;
    // Never the first token, which is ours: it could be revoked.
    const { items = [] } = (await api.get(`${list.slice(7)}?limit=200`)).body;
    const values = items
      .map((item: Record<string, unknown>) => item[name])
      .filter((value: unknown) => value !== 1);
    if (values.length > 0) keys.set(place, encodeURIComponent(String(values[0])));
  }
  return keys;
}

const titles = {
  en: new Set(Object.values(english.problemTitles)),
  fi: new Set(Object.values(finnish.problemTitles)),
};

/** What a refusal lacks of being a problem in plain words. */
function wrongWith(answer: RawAnswer, request: MalformedRequest): string[] {
  const wrong: string[] = [];
  if (answer.status >= 500) wrong.push("a 5xx");
  if (answer.headers.get("content-type") !== "application/problem+json; charset=utf-8")
    return [...wrong, `media type ${answer.headers.get("content-type")}`];
  const problem = JSON.parse(answer.body);
  if (problem.status !== answer.status) wrong.push("another status in the body");
  if (!/^[a-z][a-z0-9_]+$/.test(problem.code)) wrong.push("no code");
  if (problem.type !== `/problems/${problem.code?.replaceAll("_", "-")}`) wrong.push("no type");
  const texts = [
    problem.title,
    problem.detail,
    ...(problem.errors ?? []).map((error: { message: string }) => error.message),
  ];
  // A key that stands for itself, or a hole that was not filled; unless it was sent to us.
  if (
    texts.some(
      (text) =>
        typeof text !== "string" ||
        text.trim() === "" ||
        /^(problems|fields)\.|\{\{(?!field\}\}\$1)/i.test(text),
    )
  )
    wrong.push("a text that is none");
  if (
    !titles[request.language ?? "en"].has(problem.title) &&
    !(request.language === null && titles.fi.has(problem.title))
  )
    wrong.push(`not in the language ${request.language}`);
  return wrong;
}

/** Setting up can queue a job that nobody is told of. */
async function endOfJobs(owner: pg.Client): Promise<void> {
  await until("the jobs end", async () => {
    return (await countOf(owner, "job_runs where status in ('queued', 'running')")) === 0;
  });
}

function lastError(stderr: string): string {
  return stderr.trimEnd().split("\n").at(-1)?.slice(0, 1_500) ?? "";
}

function describe(
  index: number,
  request: MalformedRequest,
  answer: RawAnswer,
  wrong: readonly string[],
): string {
  const line = request.bytes.toString("latin1").split("\r\n")[0]!.slice(0, 200);
  return [
    `${index}: ${request.operation.method} ${request.operation.path}`,
    `  faults: ${request.faults.join("; ")}`,
    `  sent: ${line}`,
    `  answer: ${answer.status} ${answer.body.slice(0, 500)}`,
    ...wrong.map((what) => `  wrong: ${what}`),
  ].join("\n");
}
