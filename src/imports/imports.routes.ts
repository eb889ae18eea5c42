import type { Readable } from "node:stream";
import { FileFormatError, mediaTypes } from "#platform/files/index.ts";
import { type Api, created, sentBy, serve } from "#platform/http/serve.ts";
import { answerWithJob } from "#platform/jobs/index.ts";
import { openExample } from "./example-file.ts";
import { exports } from "./exports/all-exports.ts";
import { attachmentNamed } from "./exports/attachment-name.rules.ts";
import { serveExport } from "./exports/serve-export.ts";
import { readFileName } from "./file-name.rules.ts";
import { uploadTooLarge } from "./import-files.ts";
import { changeImport, deleteImport, startImport } from "./imports.commands.ts";
import * as contract from "./imports.contract.ts";
import { getVisibleImport, listOwnImports, presentImport } from "./imports.queries.ts";
import { previewImport } from "./preview.queries.ts";
import { listImportProblems, listImportReasons } from "./problems.queries.ts";
import { openProblems } from "./problems-file.ts";
import { uploadImport } from "./upload-import.commands.ts";

export interface ImportsConfig {
  /** Absolute: `RAPPORT_DATA`. */
  readonly dataFolder: string;
  readonly uploadLimitBytes: number;
}

/** Imports of contacts and past interactions, and exports of every list over HTTP. */
export function serveImports(api: Api, { dataFolder, uploadLimitBytes }: ImportsConfig): void {
  serve(api, contract.createImport, async ({ ctx, query, request }) => {
    const { "x-file-name": name, "content-length": length, "content-type": contentType } = request.headers;
    if (Number(length) > uploadLimitBytes) throw uploadTooLarge(uploadLimitBytes);
    if (request.body === undefined || request.body === null) throw new FileFormatError("file_empty");
    const body = request.body as Readable;
    const upload = await uploadImport(ctx, dataFolder, {
      kind: query.kind ?? "contacts",
      body,
      fileName: readFileName(Array.isArray(name) ? name[0] : name, query.fileName),
      maxBytes: uploadLimitBytes,
      ...(contentType !== undefined && { contentType }),
      ...(query.sheetName !== undefined && { sheetName: query.sheetName }),
      // The rest of what was refused half-way is passed over, so that the sender reads why.
    }).finally(() => body.resume());
    return created(upload, `/imports/${upload.id}`);
  });
  serve(api, contract.listImports, ({ ctx, query }) => listOwnImports(ctx, query));
  serve(api, contract.getImport, async ({ ctx, params }) =>
    presentImport(await getVisibleImport(ctx, params.id)),
  );
  serve(api, contract.changeImport, ({ ctx, params, body, ifMatch }) =>
    changeImport(ctx, params.id, body, ifMatch),
  );
  serve(api, contract.deleteImport, async ({ ctx, params }) => {
    await deleteImport(ctx, dataFolder, params.id);
    return undefined;
  });
  serve(api, contract.previewImport, ({ ctx, params }) =>
    previewImport(ctx, dataFolder, params.id, api.translate),
  );
  serve(api, contract.runImport, async (call) => {
    const jobId = await startImport(call.ctx, call.params.id, call.body.dryRun);
    return answerWithJob<contract.ImportResult>(api, call, jobId);
  });
  serve(api, contract.downloadImportProblems, async ({ ctx, params, query, reply }) => {
    const { format = "csv" } = query;
    const file = await openProblems(ctx, params.id, format, api.translate);
    const name = `${api.translate(ctx.language, "imports.words.problemsFile")}.${format}`;
    reply.header("content-type", mediaTypes[format]).header("content-disposition", attachmentNamed(name));
    return sentBy(reply.send(file));
  });
  serve(api, contract.listImportProblems, ({ ctx, params, query }) =>
    listImportProblems(ctx, params.id, query, api.translate),
  );
  serve(api, contract.listImportReasons, ({ ctx, params }) =>
    listImportReasons(ctx, params.id, api.translate),
  );
  serve(
    api,
    contract.downloadImportExample,
    async ({ ctx, params: { kind }, query: { format = "csv" }, reply }) => {
      const name = `${api.translate(ctx.language, `imports.examples.${kind}`)}.${format}`;
      reply.header("content-type", mediaTypes[format]).header("content-disposition", attachmentNamed(name));
      return sentBy(reply.send(openExample(ctx, kind, format, api.translate)));
    },
  );
  for (const list of exports) serveExport(api, list, dataFolder);
}
