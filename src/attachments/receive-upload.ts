import type { Readable } from "node:stream";
import type { FastifyRequest } from "fastify";
import { readFileName } from "#imports/file-name.rules.ts";
import { FileFormatError } from "#platform/files/index.ts";
import type { AttachmentsConfig, Upload } from "./attachments.commands.ts";
import { fileTooLarge } from "./spool.ts";

/**
 * Lets `use` take the file of a request in. The rest of what was refused half-way is passed over, so that the sender
 * reads why.
 *
 * @throws TooLarge `file_too_large` before a byte is read, when the request says how long it is
 */
export async function receiveUpload<T>(
  request: FastifyRequest,
  query: { readonly fileName?: string | undefined },
  { uploadLimitBytes }: AttachmentsConfig,
  use: (upload: Upload) => Promise<T>,
): Promise<T> {
  const { "x-file-name": name, "content-length": length } = request.headers;
  if (request.body === undefined || request.body === null) throw new FileFormatError("file_empty");
  const body = request.body as Readable;
  try {
    if (Number(length) > uploadLimitBytes) throw fileTooLarge(uploadLimitBytes);
    const fileName = readFileName(Array.isArray(name) ? name[0] : name, query.fileName);
    return await use({ body, fileName: fileName ?? "attachment" });
  } finally {
    body.resume();
  }
}
