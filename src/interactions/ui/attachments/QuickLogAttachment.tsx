import type { QuickLog } from "../quick-log/use-quick-log.ts";
import { AttachmentChoice } from "./AttachmentChoice.tsx";

/** The file of the interaction that is being logged. */
export function QuickLogAttachment({ log }: { readonly log: QuickLog }) {
  const ofTemplate =
    log.template?.languages.find(({ languageCode }) => languageCode === log.values.languageCode)
      ?.attachmentNo ?? null;
  return (
    <AttachmentChoice
      ofTemplate={ofTemplate}
      chosen={log.draft.typed.attachment}
      onChoose={(attachment) => log.type({ attachment })}
    />
  );
}
