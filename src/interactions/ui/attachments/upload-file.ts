import { type Attachment, uploadAttachment, uploadType } from "#attachments/attachments.contract.ts";
import { call } from "#web/api-client.ts";

/** The file as a body: the server finds out what it is by its bytes. */
export function bodyOf(file: File): Blob {
  return file.slice(0, file.size, uploadType);
}

/** Sends a file that an interaction is going to name. */
export function uploadFile(file: File): Promise<Attachment> {
  return call(uploadAttachment, { query: { fileName: file.name }, upload: bodyOf(file) });
}
