import { inTransaction } from "#platform/db/transaction.ts";
import { type Api, created, serve } from "#platform/http/serve.ts";
import { answerWithJob, enqueue } from "#platform/jobs/index.ts";
import { type AttachmentsConfig, createAttachment } from "./attachments.commands.ts";
import * as contract from "./attachments.contract.ts";
import { getAttachment } from "./attachments.queries.ts";
import { receiveUpload } from "./receive-upload.ts";
import { relocateAttachments } from "./relocate.job.ts";

export function serveAttachments(api: Api, config: AttachmentsConfig): void {
  serve(api, contract.uploadAttachment, async ({ ctx, query, request }) => {
    const attachment = await receiveUpload(request, query, config, (upload) =>
      createAttachment(ctx, config, upload),
    );
    return created(attachment, `/attachments/${attachment.attachmentNo}`);
  });
  serve(api, contract.relocateAttachments, async (call) => {
    const jobId = await inTransaction(call.ctx, (tx) => enqueue(tx, relocateAttachments, {}));
    return answerWithJob<contract.RelocationResult>(api, call, jobId);
  });
  serve(api, contract.getAttachment, ({ ctx, params }) => getAttachment(ctx, params.attachmentNo));
}
