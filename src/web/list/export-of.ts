import type { Endpoint } from "#platform/http/endpoint.ts";
import { urlOf } from "../api-client.ts";

/** A file one can take a list along as. */
export interface ExportedFile {
  readonly format: "csv" | "xlsx" | "vcard";
  /** What stands above the columns: words for people, or the names of the API, by which the file can be imported again. */
  readonly headers?: "captions" | "names";
}

/** Address of a list as a file; `query` holds the filters and the order that the list has on the screen. */
export type ExportHref = (file: ExportedFile, query: Readonly<Record<string, string>>) => string;

/** The export of a list endpoint, which stands at `/exports/…` under the list's own path. */
export function exportOf(list: Pick<Endpoint, "path">): ExportHref {
  return (file, query) => urlOf({ path: `/exports${list.path}` }, { query: { ...query, ...file } });
}
