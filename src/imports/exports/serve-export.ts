import type { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { Context } from "#app/database.ts";
import { recordChange } from "#platform/audit/audit.ts";
import { inTransaction } from "#platform/db/transaction.ts";
import { type FileFormat, mediaTypes } from "#platform/files/index.ts";
import { type Api, sentBy, serve } from "#platform/http/serve.ts";
import { localMoment } from "#platform/moment.rules.ts";
import { attachmentNamed } from "./attachment-name.rules.ts";
import { captionOf, titleOf } from "./captions.ts";
import type { ExportOptions, ListExport, ListPage } from "./define-export.ts";
import { readPages } from "./read-pages.ts";
import { writeItems } from "./write-items.ts";

const extensions: Readonly<Record<FileFormat, string>> = { csv: "csv", xlsx: "xlsx", vcard: "vcf" };

/** Makes the export of a list answer: the file begins before the last row is read, and memory stays flat. */
export function serveExport(api: Api, list: ListExport, dataFolder: string): void {
  serve(api, list.endpoint, ({ ctx, query, reply }) =>
    sendExport(api, list, dataFolder, ctx, query as ExportOptions & object, reply),
  );
  if (list.selection)
    serve(api, list.selection, ({ ctx, body, reply }) =>
      sendExport(api, list, dataFolder, ctx, body as ExportOptions & object, reply),
    );
}

async function sendExport(
  api: Api,
  list: ListExport,
  dataFolder: string,
  ctx: Context,
  asked: ExportOptions & object,
  reply: FastifyReply,
): Promise<undefined> {
  const { format = "csv", headers, columns, delimiter, ...filters } = asked;
  const options = { format, headers, columns, delimiter, dataFolder };
  const file = await openExport(ctx, list, options, filters, (column) =>
    captionOf(api.translate, ctx.language, column),
  );
  const { date } = localMoment(ctx.now, ctx.timeZone);
  const name = `${titleOf(api.translate, ctx.language, list.resource)} ${date}.${extensions[format]}`;
  reply.header("content-type", mediaTypes[format]).header("content-disposition", attachmentNamed(name));
  return sentBy(reply.send(file));
}

/**
 * Opens the export as a stream, with its first page read: what is wrong with the request shows before the file begins.
 * Whoever takes a list along stands in the audit trail.
 */
export async function openExport(
  ctx: Context,
  list: ListExport,
  options: { readonly [Name in keyof ExportOptions]: ExportOptions[Name] | undefined } & {
    readonly format: FileFormat;
    readonly dataFolder: string;
  },
  filters: object,
  captionOfColumn: (name: string) => string,
): Promise<Readable> {
  const pages = readPages(ctx, list, filters);
  const first = await pages.next();
  await inTransaction(ctx, (tx) =>
    recordChange(tx, {
      action: "list.exported",
      resource: list.resource,
      key: options.format,
      changes: { filters: briefly(filters) },
    }),
  );
  return writeItems(itemsOf(first, pages), list, options, ctx, captionOfColumn);
}

/** The trail names so many of a selection, and says how many there were. */
const mostNamed = 200;

function briefly(filters: object): object {
  const { no } = filters as { readonly no?: unknown };
  if (!Array.isArray(no) || no.length <= mostNamed) return filters;
  return { ...filters, no: no.slice(0, mostNamed), noOfSelected: no.length };
}

async function* itemsOf(
  first: IteratorResult<ListPage["items"], void>,
  pages: AsyncGenerator<ListPage["items"], void>,
): AsyncGenerator<object> {
  try {
    if (!first.done) yield* first.value;
    for await (const items of pages) yield* items;
  } finally {
    await pages.return();
  }
}
