import { createReadStream } from "node:fs";
import { Readable } from "node:stream";
import { withSpooled } from "#attachments/index.ts";
import { UnsupportedMedia } from "#platform/errors.ts";
import { answerLines, type LineWork } from "#platform/http/answer-lines.ts";
import type { Endpoint, Schema } from "#platform/http/endpoint.ts";
import { ndjsonType, readNdjson } from "#platform/http/ndjson.ts";
import { type Api, type Call, sentBy, serve } from "#platform/http/serve.ts";
import { parseBody } from "#platform/http/validation.ts";

export interface UploadConfig {
  /** Absolute: `RAPPORT_DATA`. */
  readonly dataFolder: string;
  readonly uploadLimitBytes: number;
}

type AnyCall = Call<unknown, unknown, unknown>;

/**
 * Makes an endpoint answer NDJSON by NDJSON, line by line. The body is taken in whole on the disk before the first line
 * is stored: whoever sends everything before reading anything is not kept waiting by its own answers, and memory stays
 * flat.
 */
export function serveLines<Item>(
  api: Api,
  endpoint: Endpoint,
  config: UploadConfig,
  workOf: (call: AnyCall) => LineWork<Item>,
): void {
  serve(api, endpoint, async (call) => {
    const { ctx, request, reply } = call as AnyCall;
    const body = request.body ?? Readable.from([]);
    if (!(body instanceof Readable)) throw new UnsupportedMedia("media_type_unsupported");
    const spooled = withSpooled(config, body, async ({ path }) => {
      const lines = readNdjson(createReadStream(path));
      const say = { language: ctx.language, translate: api.translate };
      const answers = Readable.from(answerLines(lines, workOf(call as AnyCall), say));
      reply.header("content-type", ndjsonType);
      return sentBy(reply.send(answers));
    });
    // The rest of what was refused half-way is passed over, so that the sender reads why.
    return spooled.finally(() => body.resume());
  });
}

/** Checks a line by the schema of its record. */
export function lineParser<Item>(schema: Schema): (value: unknown) => Item {
  return (value) => parseBody(schema, value) as Item;
}
