import { Agent, request } from "node:http";

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** From sending the request to the last byte of the answer. */
  readonly elapsedMs: number;
}

export interface HttpRequest {
  readonly method?: "GET" | "POST" | "PATCH";
  /** Below `/api/v1`. */
  readonly path: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Sends requests over connections that are kept open, as the browser and other programs do. */
export class HttpClient {
  readonly #url: URL;
  readonly #token: string;
  readonly #agent = new Agent({ keepAlive: true });

  constructor(url: string, token: string) {
    this.#url = new URL(url);
    this.#token = token;
  }

  /** Sends a request and reads its answer; throws unless the answer is a success. */
  async send({ path, ...rest }: HttpRequest): Promise<HttpAnswer> {
    const answer = await this.#exchange({ ...rest, path: `/api/v1${path}` });
    if (answer.status >= 400)
      throw new Error(`${rest.method ?? "GET"} ${path}: ${answer.status} ${answer.body}`);
    return answer;
  }

  /** What the program tells about itself. */
  async metrics(): Promise<string> {
    return (await this.#exchange({ path: "/metrics" })).body;
  }

  close(): void {
    this.#agent.destroy();
  }

  #exchange({ method = "GET", path, body, headers }: HttpRequest): Promise<HttpAnswer> {
    const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
    const start = performance.now();
    const outgoing = request(
      {
        agent: this.#agent,
        host: this.#url.hostname,
        port: this.#url.port,
        method,
        path,
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...(body !== undefined && {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(body),
          }),
          ...headers,
        },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on("data", (chunk) => chunks.push(chunk));
        incoming.on("error", reject);
        incoming.on("end", () => {
          const elapsedMs = performance.now() - start;
          const text = Buffer.concat(chunks).toString();
          resolve({ status: incoming.statusCode ?? 0, body: text, headers: incoming.headers, elapsedMs });
        });
      },
    );
    outgoing.on("error", reject);
    outgoing.end(body);
    return promise;
  }
}
