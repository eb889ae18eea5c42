import {
  type AttachmentsConfig,
  getAttachment,
  receiveUpload,
  sendAttachment,
  sweepContent,
} from "#attachments/index.ts";
import { NotFound } from "#platform/errors.ts";
import { type Api, sentBy, serve } from "#platform/http/serve.ts";
import { getLogEntry } from "../log-entries.queries.ts";
import * as contract from "./attachments.contract.ts";
import * as templates from "./template-attachments.commands.ts";

/** What is attached to templates and log entries. */
export function serveInteractionAttachments(api: Api, config: AttachmentsConfig): void {
  const { dataFolder } = config;
  serve(api, contract.getEntryAttachment, async ({ ctx, params, query, reply }) => {
    const { attachmentNo } = await getLogEntry(ctx, params.entryNo);
    if (attachmentNo === null) throw new NotFound("no_attachment_here");
    return sendAttachment(ctx, reply, attachmentNo, { dataFolder, preview: query.preview });
  });
  serve(api, contract.putTemplateAttachment, async ({ ctx, params, query, request }) => {
    const { replaceAttachment } = query;
    const attachment = await receiveUpload(request, query, config, (upload) =>
      templates.putTemplateAttachment(ctx, config, { name: params, replaceAttachment }, upload),
    );
    await sweepContent(ctx, dataFolder);
    return attachment;
  });
  serve(api, contract.copyTemplateAttachment, ({ ctx, params, body }) =>
    templates.copyTemplateAttachment(ctx, params, { ...body, code: body.templateCode }),
  );
  serve(api, contract.getTemplateAttachment, async ({ ctx, params, query, reply }) => {
    const attachmentNo = await templates.findTemplateAttachment(ctx, params);
    if (attachmentNo === null) return sentBy(reply.code(204).send());
    const { fileExtension } = await getAttachment(ctx, attachmentNo);
    const fileName = [params.code, fileExtension].filter(Boolean).join(".");
    return sendAttachment(ctx, reply, attachmentNo, { dataFolder, preview: query.preview, fileName });
  });
  serve(api, contract.deleteTemplateAttachment, async ({ ctx, params }) => {
    await templates.deleteTemplateAttachment(ctx, params);
    await sweepContent(ctx, dataFolder);
    return undefined;
  });
}
