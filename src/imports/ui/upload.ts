import { createImport, type Import, uploadTypes } from "#imports/imports.contract.ts";
import { call } from "#web/api-client.ts";

/** What a file dialog offers. */
export const acceptedFiles = ".csv,.tsv,.txt,.xlsx,.vcf";

/** Sends a file of contacts; the server finds out what it is by its bytes, so an unknown type does no harm. */
export function uploadContacts(file: File): Promise<Import> {
  const type = uploadTypes.find((known) => known === file.type) ?? "application/octet-stream";
  return call(createImport, {
    query: { fileName: file.name },
    upload: file.slice(0, file.size, type),
  });
}
