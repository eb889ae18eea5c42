import { Button, Group, Text } from "@mantine/core";
import { useT } from "#web/i18n.ts";
import type { QuickLog } from "../quick-log/use-quick-log.ts";
import { AttachedFile } from "./AttachedFile.tsx";
import { FileButton } from "./FileButton.tsx";
import { uploadFile } from "./upload-file.ts";

/** The file of the interaction: the template's, one that is uploaded instead, or none. */
export function QuickLogAttachment({ log }: { readonly log: QuickLog }) {
  const t = useT();
  const { typed } = log.draft;
  const ofTemplate =
    log.template?.languages.find(({ languageCode }) => languageCode === log.values.languageCode)
      ?.attachmentNo ?? null;

  async function attach(file: File): Promise<void> {
    const { attachmentNo } = await uploadFile(file);
    log.type({ attachment: { attachmentNo } });
  }

  if (typed.attachment) {
    return (
      <AttachedFile
        attachmentNo={typed.attachment.attachmentNo}
        onRemove={() => log.type({ attachment: undefined })}
      />
    );
  }
  const isLeftOut = typed.attachment === null;
  return (
    <Group gap={8}>
      {ofTemplate !== null &&
        (isLeftOut ? (
          <>
            <Text size="sm" c="dimmed">
              {t("interactions.attachments.leftOut")}
            </Text>
            <Button variant="subtle" size="compact-sm" onClick={() => log.type({ attachment: undefined })}>
              {t("interactions.attachments.putBack")}
            </Button>
          </>
        ) : (
          <AttachedFile
            attachmentNo={ofTemplate}
            note={t("interactions.attachments.fromTemplate")}
            removeLabel={t("interactions.attachments.leaveOut")}
            onRemove={() => log.type({ attachment: null })}
          />
        ))}
      <FileButton label={t("interactions.attachments.attach")} take={attach} />
    </Group>
  );
}
