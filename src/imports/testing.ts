import type { Readable } from "node:stream";
import { onTestFinished } from "vitest";
import { jobWorks } from "#app/jobs.ts";
import type { TestAnswer, TestApp, TestClient } from "#app/testing.ts";
import { startTestWorker } from "#platform/jobs/testing.ts";

/** Uploads a CSV, or the bytes of another file. */
export function upload(
  client: TestClient,
  file: string | Buffer | Readable,
  { fileName = "contacts.csv", contentType = "text/csv", headers = {}, kind = "contacts" } = {},
): Promise<TestAnswer> {
  return client.post(`/imports?kind=${kind}`, file, {
    "content-type": contentType,
    "x-file-name": encodeURIComponent(fileName),
    ...headers,
  });
}

/** Runs jobs beside the server until the test ends. */
export function runJobs(app: TestApp): void {
  const worker = startTestWorker(app, jobWorks(app));
  onTestFinished(() => worker.stop(0));
}

/** Runs an import to its end and answers the counts. */
export async function runToEnd(client: TestClient, id: string, dryRun = false): Promise<TestAnswer> {
  return client.post(`/imports/${id}/run`, { dryRun }, { prefer: "wait=60" });
}

/** Lets numbers of contacts be drawn from a series of their own: CT000001, … */
export async function givenNumberSeries(app: TestApp): Promise<void> {
  const admin = await app.as("admin");
  const made = await admin.post("/number-series", {
    code: "CONTACT",
    description: "Contacts",
    allowAutomatic: true,
    allowManual: true,
    lines: [{ startingDate: "2026-01-01", startingNo: "CT000001", incrementBy: 1, open: true }],
  });
  if (made.status !== 201 && made.body.code !== "duplicate") throw new Error(made.text);
  const changed = await admin.patch("/marketing-setup", { contactNos: "CONTACT" });
  if (changed.status !== 200) throw new Error(changed.text);
}
