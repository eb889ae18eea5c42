import { randomUUID } from "node:crypto";
import type { Measurement } from "../aims.rules.ts";
import { figuresOf } from "../figures.rules.ts";
import type { HttpRequest } from "../http-client.ts";
import { ordinaryPeople } from "./contacts-with-entries.ts";
import { type Bench, type Measure, perRequest, sendFrom, usageOf } from "./measure.ts";
import { type CapturedCreation, Replay, toCreation } from "./replay.ts";

const templates = ["CALL", "EMAIL", "MEETING", "OFFER"];
const batchSize = 1_000;

/** Recordings that are captured for the floor and repeated in turn. */
const samples = 16;

async function singles(bench: Bench, count: number): Promise<HttpRequest[]> {
  const people = await ordinaryPeople(bench, Math.min(count, 1_000));
  return Array.from({ length: count }, (_, index) =>
    post("/interactions", interaction(people[index % people.length]!.no, index)),
  );
}

async function batches(bench: Bench, count: number): Promise<HttpRequest[]> {
  const people = await ordinaryPeople(bench, batchSize);
  const items = Array.from({ length: batchSize }, (_, index) =>
    interaction(people[index % people.length]!.no, index),
  );
  return Array.from({ length: count }, () => post("/interactions/batch", { atomic: true, items }));
}

function interaction(contactNo: string, index: number) {
  return {
    contactNo,
    interactionTemplateCode: templates[index % templates.length],
    description: `Measured ${index}`,
    evaluation: "positive",
    durationMin: 10,
  };
}

function post(path: string, body: object): HttpRequest {
  return { method: "POST", path, body: JSON.stringify(body), headers: { "idempotency-key": randomUUID() } };
}

const floorIs = "the statements of the same request, prepared, over one connection; the same commits";

function creating(clients: number): Measure {
  return {
    name: `create-${clients}`,
    title: `Creating interactions, ${clients} client${clients === 1 ? "" : "s"}`,
    floorIs,
    run: async (bench) =>
      measureCreation(bench, {
        aim: "create",
        clients,
        requests: await singles(bench, bench.scale.creations),
        replay: await Replay.prepare(bench, (await capturedCreations(bench)).singles, bench.scale.creations),
      }),
    sample: async (bench) => (await singles(bench, 1))[0]!,
  };
}

export const creation: readonly Measure[] = [
  creating(1),
  creating(4),
  creating(32),
  {
    name: "batch",
    title: "Creating 1,000 interactions in one batch",
    floorIs,
    run: async (bench) =>
      measureCreation(bench, {
        aim: "batch",
        clients: 1,
        requests: await batches(bench, bench.scale.batches),
        replay: await Replay.prepare(bench, (await capturedCreations(bench)).batches, bench.scale.batches),
      }),
  },
];

interface CapturedCreations {
  readonly singles: readonly CapturedCreation[];
  readonly batches: readonly CapturedCreation[];
}

const known = new WeakMap<Bench, Promise<CapturedCreations>>();

/** What the program does for each kind of request; looked at once in a run. */
function capturedCreations(bench: Bench): Promise<CapturedCreations> {
  const captured = known.get(bench) ?? capture(bench);
  known.set(bench, captured);
  return captured;
}

async function capture(bench: Bench): Promise<CapturedCreations> {
  // The first one also takes a block of numbers, which the next ones need not.
  const requests = [...(await singles(bench, samples + 1)), ...(await batches(bench, 1))];
  const statements = await bench.captureStatements(requests);
  const creations = requests.map((request, index) => toCreation(request, statements[index]!));
  return { singles: creations.slice(1, -1), batches: creations.slice(-1) };
}

export interface Creation {
  readonly aim: "create" | "batch";
  readonly clients: number;
  readonly requests: readonly HttpRequest[];
  /** Sent before the clock runs; without them the first of the requests, as new ones. */
  readonly warmUps?: readonly HttpRequest[];
  readonly replay: Replay;
}

/** Requests and floor take turns, so that a slower moment falls on both. */
const turns = 10;

export async function measureCreation(
  bench: Bench,
  creation: Creation,
): Promise<Omit<Measurement, "name" | "title">> {
  const { aim, clients, requests, warmUps, replay } = creation;
  const size = Math.ceil(requests.length / turns);
  const http: number[] = [];
  const raw: number[] = [];
  let wallMs = 0;
  let before = await usageOf(bench);
  // One more turn, to warm up.
  for (let turn = -1; turn * size < requests.length; turn += 1) {
    if (turn === 0) before = await usageOf(bench);
    const slice =
      turn < 0
        ? (warmUps ?? requests.slice(0, size).map(asNew))
        : requests.slice(turn * size, (turn + 1) * size);
    const rawSlice = await replay.times(slice.length);
    const sent = await sendFrom(bench, slice, clients);
    if (turn < 0) continue;
    raw.push(...rawSlice);
    http.push(...sent.elapsedMs);
    wallMs += sent.wallMs;
  }
  const used = perRequest(before, await usageOf(bench), requests.length);
  return { aim, http: figuresOf(http, wallMs), floor: figuresOf(raw), ...used };
}

/** The same request, not its repetition. */
function asNew(request: HttpRequest): HttpRequest {
  return { ...request, headers: { ...request.headers, "idempotency-key": randomUUID() } };
}
