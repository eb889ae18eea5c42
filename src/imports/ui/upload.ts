import type { ImportKind } from "#imports/import-settings.rules.ts";
import { createImport, type Import, uploadTypes } from "#imports/imports.contract.ts";
import { call } from "#web/api-client.ts";

/** What a file dialog offers. */
export const acceptedFiles: Readonly<Record<ImportKind, string>> = {
  contacts: ".csv,.tsv,.txt,.xlsx,.vcf",
  interactions: ".csv,.tsv,.txt,.xlsx",
};

/** Sends a file; the server finds out what it is by its bytes, so an unknown type does no harm. */
export function uploadFile(kind: ImportKind, file: File): Promise<Import> {
  const type = uploadTypes.find((known) => known === file.type) ?? "application/octet-stream";
  return call(createImport, {
    query: { kind, fileName: file.name },
    upload: file.slice(0, file.size, type),
  });
}
