import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { attachmentNamed } from "#imports/exports/attachment-name.rules.ts";
import { NotFound } from "#platform/errors.ts";
import { type Api, sentBy, serve } from "#platform/http/serve.ts";
import { answerWithJob } from "#platform/jobs/index.ts";
import { eraseContact } from "./erase/erase-contact.commands.ts";
import { archiveFile } from "./export/archive-files.ts";
import { orderExport, takeExport } from "./export/exports.commands.ts";
import * as contract from "./privacy.contract.ts";
import { getContactPrivacy } from "./privacy.queries.ts";

/** Subject rights over HTTP. */
export function servePrivacy(api: Api, { dataFolder }: { readonly dataFolder: string }): void {
  serve(api, contract.getContactPrivacy, ({ ctx, params }) => getContactPrivacy(ctx, params.no));
  serve(api, contract.exportContact, async (call) =>
    answerWithJob<contract.ExportedContact>(api, call, await orderExport(call.ctx, call.params.no)),
  );
  serve(api, contract.downloadPrivacyExport, async ({ ctx, params, reply }) => {
    const { contactNo } = await takeExport(ctx, params.id);
    const path = archiveFile(dataFolder, params.id);
    const file = await stat(path).catch(() => {
      throw new NotFound("not_found", { key: params.id });
    });
    return sentBy(
      reply
        .header("content-type", "application/zip")
        .header("content-length", file.size)
        .header("content-disposition", attachmentNamed(`${contactNo}.zip`))
        .header("cache-control", "private, no-store")
        .send(createReadStream(path)),
    );
  });
  serve(api, contract.eraseContact, ({ ctx, params, body, ifMatch }) =>
    eraseContact(ctx, params.no, body, { ifMatch }),
  );
}
