import { AttachmentChoice, type ChosenFile, fileOfTemplate } from "../attachments/AttachmentChoice.tsx";
import { useTemplates } from "../use-templates.ts";
import type { DraftForm } from "./use-draft.ts";

/** The file of a draft. */
export function DraftAttachment({ form }: { readonly form: DraftForm }) {
  const { draft } = form;
  const template = useTemplates()?.find(({ code }) => code === draft.interactionTemplateCode);
  const ofTemplate = fileOfTemplate(template, draft.languageCode);
  const { attachmentNo } = draft;
  const own = attachmentNo === null ? null : { attachmentNo };
  const chosen: ChosenFile =
    draft.typed.includes("attachmentNo") && attachmentNo !== (ofTemplate?.attachmentNo ?? null)
      ? own
      : undefined;
  return (
    <AttachmentChoice
      ofTemplate={ofTemplate}
      chosen={chosen}
      onChoose={(file) => {
        // Left to the template, its file is named.
        const named =
          file === undefined && ofTemplate !== null
            ? { attachmentNo: ofTemplate.attachmentNo }
            : (file ?? null);
        form.enter({ attachment: named });
      }}
      onUpload={(state) => form.setIsUploading(state === "going")}
    />
  );
}
