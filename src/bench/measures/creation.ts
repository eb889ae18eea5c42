import { randomUUID } from "node:crypto";
import type { Measurement } from "../aims.rules.ts";
import { figuresOf } from "../figures.rules.ts";
import type { HttpRequest } from "../http-client.ts";
import { ordinaryPeople } from "./contacts-with-entries.ts";
import { type Bench, type Measure, measureClients, perRequest, usageOf } from "./measure.ts";
import { Replay, toCreation } from "./replay.ts";

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

function creating(clients: number): Measure {
  return {
    name: `create-${clients}`,
    title: `Creating interactions, ${clients} client${clients === 1 ? "" : "s"}`,
    floorIs: "the statements of one creation, prepared, over one connection; the same commit",
    run: (bench) =>
      measureCreation(bench, {
        aim: "create",
        clients,
        count: bench.scale.creations,
        size: 1,
        make: singles,
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
    floorIs: "the statements of one batch, prepared, over one connection; the same commit",
    run: (bench) =>
      measureCreation(bench, {
        aim: "batch",
        clients: 1,
        count: bench.scale.batches,
        size: batchSize,
        make: batches,
      }),
  },
];

interface Creation {
  readonly aim: "create" | "batch";
  readonly clients: number;
  readonly count: number;
  /** Interactions of one request. */
  readonly size: number;
  readonly make: (bench: Bench, count: number) => Promise<HttpRequest[]>;
}

/** Half of the floor before and half after the requests, so that a slower moment falls on both. */
async function measureCreation(
  bench: Bench,
  creation: Creation,
): Promise<Omit<Measurement, "name" | "title">> {
  const { aim, clients, count, size, make } = creation;
  // The first of a program takes a block of numbers, and more than later ones do.
  const captured = await make(bench, size === 1 ? samples + 1 : 2);
  const statements = await bench.captureStatements(captured);
  const creations = captured.map((request, index) => toCreation(request, statements[index]!)).slice(1);
  const replay = await Replay.prepare(bench, creations, count + 2, size);

  await replay.once();
  await measureClients(bench, await make(bench, Math.min(Math.ceil(count / 10), 100)), clients);
  const requests = await make(bench, count);
  const raw = await replay.times(Math.floor(count / 2));
  const before = await usageOf(bench);
  const http = await measureClients(bench, requests, clients);
  const used = perRequest(before, await usageOf(bench), count);
  raw.push(...(await replay.times(Math.ceil(count / 2))));
  return { aim, http, floor: figuresOf(raw), ...used };
}
