import { randomUUID } from "node:crypto";
import type { HttpRequest } from "../http-client.ts";
import { ordinaryPeople } from "./contacts-with-entries.ts";
import { measureCreation } from "./creation.ts";
import type { Bench, Measure } from "./measure.ts";
import { Replay, toCreation } from "./replay.ts";

/** Each draft is written before it is finished: fewer of them than of plain recordings. */
const share = 4;
const warmUps = 5;

/** Requests that finish drafts, each ready with contact, template and a comment. */
async function finishes(bench: Bench, count: number): Promise<HttpRequest[]> {
  const people = await ordinaryPeople(bench, Math.min(count, 100));
  const requests: HttpRequest[] = [];
  for (let index = 0; index < count; index += 1) {
    bench.signal.throwIfAborted();
    requests.push(await finishOf(bench, people[index % people.length]!.no));
  }
  return requests;
}

async function finishOf(bench: Bench, contactNo: string): Promise<HttpRequest> {
  const started = await bench.client.send(write("POST", "/interaction-drafts", { contactNo }));
  const { id } = JSON.parse(started.body) as { id: string };
  const fields = { interactionTemplateCode: "CALL", comments: [{ text: "Measured" }], step: "relations" };
  await bench.client.send(write("PATCH", `/interaction-drafts/${id}`, fields));
  return write("POST", `/interaction-drafts/${id}/finish`, {});
}

function write(method: "POST" | "PATCH", path: string, body: object): HttpRequest {
  return { method, path, body: JSON.stringify(body), headers: { "idempotency-key": randomUUID() } };
}

export const draftFinish: readonly Measure[] = [
  {
    name: "draft-finish",
    title: "Finishing a draft of the guided flow",
    floorIs: "the statements of the same request, prepared, over one connection; the same commits",
    run: async (bench) => {
      const count = Math.ceil(bench.scale.creations / share);
      // The first one also takes a block of numbers, which the next ones need not.
      const samples = await finishes(bench, 3);
      const statements = await bench.captureStatements(samples);
      const captured = samples.map((request, index) => toCreation(request, statements[index]!)).slice(1);
      return measureCreation(bench, {
        aim: "create",
        clients: 1,
        requests: await finishes(bench, count),
        warmUps: await finishes(bench, warmUps),
        replay: await Replay.prepare(bench, captured, count + warmUps),
      });
    },
    sample: async (bench) => (await finishes(bench, 1))[0]!,
  },
];
