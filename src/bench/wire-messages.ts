/** A statement as a program sent it; a value is text or, where it was sent so, binary. */
export interface CapturedStatement {
  readonly sql: string;
  readonly values: readonly (string | Buffer | null)[];
}

const lengthBytes = 4;
const binaryFormat = 1;

/**
 * Reads what a program sends to PostgreSQL (frontend/backend protocol 3) and finds the statements in it: simple
 * queries, and parsed ones at the moment their values are bound.
 */
export class FrontendReader {
  #pending: Buffer = Buffer.alloc(0);
  #hasGreeted = false;
  #applicationName: string | null = null;
  readonly #prepared = new Map<string, string>();

  /** The `application_name` that the connection was opened with. */
  get applicationName(): string | null {
    return this.#applicationName;
  }

  read(chunk: Buffer): CapturedStatement[] {
    this.#pending = Buffer.concat([this.#pending, chunk]);
    const statements: CapturedStatement[] = [];
    for (let message = this.#next(); message; message = this.#next()) {
      const statement = this.#understand(message.type, new MessageBody(message.body));
      if (statement) statements.push(statement);
    }
    return statements;
  }

  /** The first message of a connection has no type. */
  #next(): { type: string; body: Buffer } | undefined {
    const typeBytes = this.#hasGreeted ? 1 : 0;
    if (this.#pending.length < typeBytes + lengthBytes) return undefined;
    const end = typeBytes + this.#pending.readInt32BE(typeBytes);
    if (this.#pending.length < end) return undefined;
    const type = this.#hasGreeted ? String.fromCharCode(this.#pending[0]!) : "";
    const body = this.#pending.subarray(typeBytes + lengthBytes, end);
    this.#pending = this.#pending.subarray(end);
    this.#hasGreeted = true;
    return { type, body };
  }

  #understand(type: string, body: MessageBody): CapturedStatement | undefined {
    if (type === "") this.#applicationName = body.settings().get("application_name") ?? null;
    if (type === "Q") return { sql: body.text(), values: [] };
    if (type === "P") this.#prepared.set(body.text(), body.text());
    if (type !== "B") return undefined;
    body.text(); // the portal's name
    const sql = this.#prepared.get(body.text()) ?? "";
    const formats = body.list(() => body.int16());
    const values = body.list((index) => {
      const bytes = body.bytes();
      if (bytes === null) return null;
      const format = formats.length === 1 ? formats[0] : formats[index];
      return format === binaryFormat ? Buffer.from(bytes) : bytes.toString();
    });
    return { sql, values };
  }
}

/** Walks through the body of one message. */
class MessageBody {
  readonly #body: Buffer;
  #at = 0;

  constructor(body: Buffer) {
    this.#body = body;
  }

  int16(): number {
    this.#at += 2;
    return this.#body.readInt16BE(this.#at - 2);
  }

  text(): string {
    const end = this.#body.indexOf(0, this.#at);
    const text = this.#body.toString("utf8", this.#at, end);
    this.#at = end + 1;
    return text;
  }

  /** Of the first message: the protocol's version, then names and values. */
  settings(): Map<string, string> {
    this.#at += lengthBytes;
    const settings = new Map<string, string>();
    for (let name = this.text(); name !== ""; name = this.text()) settings.set(name, this.text());
    return settings;
  }

  /** A value with its length before it; the length of null is -1. */
  bytes(): Buffer | null {
    const length = this.#body.readInt32BE(this.#at);
    const start = this.#at + lengthBytes;
    this.#at = start + Math.max(length, 0);
    return length < 0 ? null : this.#body.subarray(start, this.#at);
  }

  list<T>(read: (index: number) => T): T[] {
    return Array.from({ length: this.int16() }, (_, index) => read(index));
  }
}
