import type { QuickLog } from "../quick-log/use-quick-log.ts";
import { AttachmentChoice, fileOfTemplate } from "./AttachmentChoice.tsx";

/** The file of the interaction that is being logged. */
export function QuickLogAttachment({ log }: { readonly log: QuickLog }) {
  return (
    <AttachmentChoice
      ofTemplate={fileOfTemplate(log.template, log.values.languageCode)}
      chosen={log.draft.typed.attachment}
      onChoose={(attachment) => log.type({ attachment })}
      onUpload={log.upload}
    />
  );
}
