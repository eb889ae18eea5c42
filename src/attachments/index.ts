export { detectMimeType } from "./attachment-types.rules.ts";
export {
  type AttachmentsConfig,
  copyAttachments,
  createAttachment,
  discardAttachments,
  findUnique,
  tidyAttachments,
  type Upload,
} from "./attachments.commands.ts";
export {
  findAttachments,
  getAttachment,
  getStoredAttachment,
  openAttachment,
} from "./attachments.queries.ts";
export { serveAttachments } from "./attachments.routes.ts";
export { storedFile } from "./disk-store.ts";
export { receiveUpload } from "./receive-upload.ts";
export { relocateAttachmentsWork } from "./relocate.work.ts";
export { sendAttachment } from "./send-attachment.ts";
export { type SpooledFile, spoolFolder, withSpooled } from "./spool.ts";
export { announceContents, sweepContent } from "./store-content.commands.ts";
