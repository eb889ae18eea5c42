import { createHash, randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";

const MB = 1024 * 1024;

interface Sent {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

interface Upload {
  readonly url: string;
  readonly token: string;
  readonly method?: "POST" | "PUT";
  /** Below `/api/v1`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
}

function open({ url, token, method = "POST", path, headers = {} }: Upload, length?: number) {
  return request(`${url}/api/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      "content-type": "application/octet-stream",
      ...(length === undefined ? {} : { "content-length": length }),
      ...headers,
    },
  });
}

async function answerOf(response: IncomingMessage): Promise<Sent> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  return { status: response.statusCode ?? 0, body: text === "" ? undefined : JSON.parse(text) };
}

/** Sends so many megabytes that are never in memory together; tells the answer and their SHA-256. */
export async function sendMegabytes(upload: Upload, megabytes: number): Promise<Sent & { sha256: string }> {
  const block = randomBytes(MB);
  const hash = createHash("sha256");
  const outgoing = open(upload, megabytes * MB);
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.on("response", resolve).on("error", reject);
  });
  // Who is refused need not send the rest.
  let isOver = false;
  const over = answered.then(
    () => undefined,
    () => undefined,
  );
  void over.then(() => {
    isOver = true;
  });
  for (let sent = 0; sent < megabytes && !isOver; sent += 1) {
    block.writeUInt32BE(sent);
    hash.update(block);
    if (!outgoing.write(Buffer.from(block)))
      await Promise.race([over, new Promise<void>((resolve) => outgoing.once("drain", () => resolve()))]);
  }
  outgoing.end();
  return { ...(await answerOf(await answered)), sha256: hash.digest("hex") };
}

/** Sends some bytes of an announced length and hangs up. */
export async function sendHalf(upload: Upload, bytes: number, announced: number): Promise<void> {
  await new Promise<void>((resolve) => {
    const outgoing = open(upload, announced);
    outgoing.on("error", () => resolve());
    outgoing.write(randomBytes(bytes), () => setTimeout(() => outgoing.destroy(), 150));
  });
}

/** Begins an upload that goes on until the returned function is called. */
export function beginUpload(upload: Upload, announced: number): () => void {
  const outgoing = open(upload, announced);
  outgoing.on("error", () => undefined);
  outgoing.write(randomBytes(MB));
  return () => outgoing.destroy();
}

/** What came of a download. */
export interface Received {
  readonly status: number;
  readonly sha256: string;
  readonly bytes: number;
  /** The connection broke before everything had come. */
  readonly isBroken: boolean;
}

/**
 * Reads a file; after its first bytes `meanwhile` is done before the rest is taken.
 *
 * @param path below `/api/v1`
 */
export function receive(
  { url, token, path }: Upload,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    const incoming = request(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
    incoming.on("error", reject);
    incoming.on("response", async (response) => {
      const hash = createHash("sha256");
      let bytes = 0;
      let isBroken = false;
      try {
        for await (const chunk of response as AsyncIterable<Buffer>) {
          if (bytes === 0) await meanwhile();
          hash.update(chunk);
          bytes += chunk.length;
        }
      } catch {
        isBroken = true;
      }
      resolve({ status: response.statusCode ?? 0, sha256: hash.digest("hex"), bytes, isBroken });
    });
    incoming.end();
  });
}

/** Memory of a process (MB): now, and the most it ever had. */
export function memoryOf(pid: number): { nowMb: number; mostMb: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? 0) / 1024;
  return { nowMb: read("VmRSS"), mostMb: read("VmHWM") };
}
